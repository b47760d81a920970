import { reading } from '../diagnostics/reading.js';
import { both, type Lang, verbatim } from '../language.js';
import type { Citation } from '../logic/condition.js';
import type { CommencementNode } from '../logic/formula.js';
import type { QuestionReason, Reason, TermReason } from '../logic/reason.js';
import { EXPLAIN } from '../messages/explain.js';
import { REPORT } from '../messages/report.js';
import type { Regulation } from '../regulation/schema.js';
import { factProof, leafOf, type Proof } from './fact-proof.js';

/**
 * A reason in words.
 *
 * @throws ZerenzhiError if it is no reason that the regulation gives
 * @example
 * const { said, of } = proofOf(reasonOf(assessment, 'art9.p2.i3'), regulation);
 */
export const proofOf = (reason: Reason, regulation: Regulation): Proof => reading(() => proofIn(reason, regulation));

/** The same, of what has been read. */
export function proofIn(reason: Reason, regulation: Regulation): Proof {
  const { truth } = reason;
  const inner = (parts: readonly Reason[]) => parts.map((part) => proofIn(part, regulation));
  switch (reason.kind) {
    case 'all':
    case 'any':
      // A group inside one of its own kind says nothing more.
      return {
        kind: reason.kind,
        truth,
        said: both((lang) => EXPLAIN[lang].nodes[reason.kind]),
        of: inner(reason.of).flatMap((part) => (part.kind === reason.kind ? part.of : [part])),
      };
    case 'not':
      return { kind: 'not', truth, said: both((lang) => EXPLAIN[lang].nodes.not), of: inner([reason.of]) };
    case 'condition':
    case 'floor':
      return proofIn(reason.of, regulation);
    case 'epochs':
      return {
        kind: 'agree',
        truth,
        said: both((lang) => EXPLAIN[lang].epochs(labelsOf(reason.missing, regulation, lang))),
        of: inner(reason.of).map((of, i) => same(of, (lang) => EXPLAIN[lang].epoch(i + 1))),
      };
    case 'question':
      return questionProof(reason, regulation);
    case 'term':
      return termProof(reason, regulation);
    case 'fact':
      return factProof(reason, regulation);
    case 'literal':
      return leafOf(truth, (lang) => EXPLAIN[lang].literal[truth]);
    case 'absent':
      return leafOf(truth, (lang) => EXPLAIN[lang].absent[reason.state](reason.from), reason.citation);
    case 'commencement':
      return leafOf(truth, (lang) => commencementText(reason, regulation, lang), reason.citation);
  }
}

const labelsOf = (names: readonly string[], { facts }: Regulation, lang: Lang): string =>
  names.map((fact) => facts[fact]?.label[lang] ?? fact).join(REPORT[lang].and);

function commencementText({ truth, inferred }: CommencementNode, { issuedBecause }: Regulation, lang: Lang): string {
  const because = inferred && issuedBecause ? EXPLAIN[lang].because(issuedBecause[lang]) : '';
  return `${EXPLAIN[lang].inForce[truth]}${because}`;
}

const same = (of: Proof, say: (lang: Lang) => string, citation?: Citation): Proof => ({
  kind: 'same',
  truth: of.truth,
  said: both(say),
  ...(citation && { citation }),
  of: [of],
});

function questionProof({ truth, question, ruling, readings, citation }: QuestionReason, regulation: Regulation): Proof {
  const label = (name: string, lang: Lang) => regulation.questions[question]?.readings[name]?.[lang] ?? name;
  const chosen = ruling === undefined ? undefined : readings[ruling];
  if (ruling !== undefined && chosen)
    return same(proofIn(chosen, regulation), (lang) => EXPLAIN[lang].ruled(label(ruling, lang)), citation);
  const of = Object.entries(readings).map(([name, reading]) =>
    same(proofIn(reading, regulation), (lang) => EXPLAIN[lang].reading(label(name, lang))),
  );
  return { kind: 'agree', truth, said: both((lang) => EXPLAIN[lang].nodes.agree), ...(citation && { citation }), of };
}

/** What a person has found of a term, and what is required where that is not the same. */
export function foundText(
  term: string,
  { terms }: Regulation,
  lang: Lang,
  found: boolean,
  required: boolean = found,
): string {
  const { label, opposite } = terms[term] ?? { label: verbatim(term) };
  const state = (met: boolean) => (opposite ? (met ? label : opposite)[lang] : EXPLAIN[lang].isOne(label[lang], met));
  return EXPLAIN[lang].found(state(found), required === found ? undefined : state(required));
}

function termProof({ truth, term, by, of, citation }: TermReason, regulation: Regulation): Proof {
  const label = (lang: Lang) => regulation.terms[term]?.label[lang] ?? term;
  if (by === 'finding') return leafOf(truth, (lang) => foundText(term, regulation, lang, truth === 'met'), citation);
  if (of && (by === 'threshold' || truth !== 'undetermined'))
    return same(
      proofIn(of, regulation),
      (lang) => (by === 'threshold' ? EXPLAIN[lang].measured(label(lang)) : EXPLAIN[lang].settledByFacts(label(lang))),
      citation,
    );
  return leafOf(truth, (lang) => EXPLAIN[lang].openTerm(label(lang)), citation);
}
