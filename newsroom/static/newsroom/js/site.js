// Everything a reader's page has to gain from JavaScript; nothing needs it.
import "./theme.js";
import "./sections.js";
import "./offline.js";
import "./search.js";
