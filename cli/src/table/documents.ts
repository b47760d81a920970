import type { Diagnostic } from 'zerenzhi';
import { inputOf } from '../bulk/files.js';
import type { Document } from '../document.js';
import { atLine, faultOf } from '../faults.js';
import { headingAt } from './headings.js';
import { readTable } from './table.js';

/** The rows of a table, each a document as a line of NDJSON is one. What is wrong with a value is told by its heading. */
export async function* tableDocuments(path: string): AsyncGenerator<Document> {
  const { headings, records, guessed } = await readTable(inputOf(path));
  let count = 0;
  for await (const { line = count + 1, incident, faults } of records()) {
    const file = `${path}:${line}`;
    const locate = (fault: Diagnostic): Diagnostic => {
      const at = headingAt(headings, fault.path);
      const told = at < 0 ? fault : { ...fault, path: headings[at]?.text ?? '', column: at + 1 };
      return { ...atLine(line, told), file: path };
    };
    const first = count++ === 0 && guessed ? { guessed } : {};
    yield { file, ...first, ...(faults ? { faults } : { value: incident, locate }) };
  }
  if (count === 0) yield { file: path, faults: [faultOf('file/empty', path)] };
}
