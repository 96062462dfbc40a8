"""Print how well the statements of an annotated corpus are read, and how fast."""

from time import process_time

from django.core.management.base import BaseCommand

from awards.extraction import Lexicon
from awards.extraction.award_forms.lexicon import seeded_forms
from awards.extraction.measuring import CORPUS, FIELDS, measure, read_corpus


class Command(BaseCommand):
    help = "Precision, recall, agreement of each field and speed on the halves of the annotated corpus."

    def add_arguments(self, parser):
        parser.add_argument("--misses", metavar="HALF", help="also print what is misread in this half")

    def handle(self, *args, misses, **options):
        lexicon = Lexicon.of(seeded_forms())
        for path in sorted(CORPUS.glob("*.txt")):
            passages = read_corpus(path)
            began = process_time()
            score = measure(passages, lexicon)
            spent = process_time() - began
            words = sum(len(passage.text.split()) for passage in passages)
            self.stdout.write(
                f"{path.stem}: {score.passages} passages, {score.silent} of them without a statement;"
                f" {score.stated} statements, {score.read} read, {score.right} right"
            )
            self.stdout.write(f"  precision {score.precision:.4f}   recall {score.recall:.4f}")
            agreement = (f"{name} {score.fields[name] / max(score.aligned, 1):.4f}" for name in FIELDS)
            self.stdout.write("  " + "   ".join(agreement))
            self.stdout.write(f"  10,000 words in {spent / words * 10_000:.2f} s of CPU")
            if misses == path.stem:
                for text, missed, extra in score.misses:
                    self.stdout.write(f"\n  {text}\n    missed {missed}\n    extra  {extra}")
