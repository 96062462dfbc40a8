// Makes the link on a video's plate a button that loads the player in its place. Until then nothing is
// asked of the other site, and without this script the link leads there.
for (const figure of document.querySelectorAll("figure[data-player]")) {
  const { player, site } = figure.dataset;
  const caption = figure.querySelector("figcaption")?.textContent.trim();
  const button = document.createElement("button");
  button.type = "button";
  button.className = "video__door";
  button.textContent = `Phát video từ ${site}`;
  button.addEventListener("click", () => {
    const frame = document.createElement("iframe");
    frame.src = player;
    frame.title = caption ? `Video trên ${site}: ${caption}` : `Video trên ${site}`;
    frame.allow = "autoplay; encrypted-media; fullscreen; picture-in-picture";
    frame.referrerPolicy = "strict-origin-when-cross-origin";
    frame.setAttribute("sandbox", "allow-same-origin allow-scripts allow-popups allow-presentation");
    button.replaceWith(frame);
    frame.focus();
  });
  figure.querySelector(".video__door").replaceWith(button);
}
