import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { getLanguageService } from 'yaml-language-server';

// What an editor shows of a YAML file: the language server that they use, asked without an editor.

const service = getLanguageService({
  schemaRequestService: (uri) => readFile(fileURLToPath(uri), 'utf8'),
  workspaceContext: { resolveRelativePath: (path, resource) => new URL(path, resource).href },
});
service.configure({ validate: true, hover: true, hoverSchemaSource: false, completion: true, schemas: [] });

/** Texts are remembered by their version. */
let version = 0;
const documentOf = (file: string, text: string): TextDocument =>
  TextDocument.create(pathToFileURL(resolve(file)).href, 'yaml', ++version, text);

/** A text with the place of the cursor marked. */
function placed(file: string, marked: string) {
  const document = documentOf(file, marked.replace('‸', ''));
  return { document, position: document.positionAt(marked.indexOf('‸')) };
}

/** What is offered at the cursor, with what is said of it. */
export async function offered(file: string, marked: string): Promise<{ readonly [label: string]: string }> {
  const { document, position } = placed(file, marked);
  const { items } = await service.doComplete(document, position, false);
  return Object.fromEntries(
    // A whole mapping to be filled in has no name of its own.
    items
      .filter(({ label }) => label !== 'object')
      .map(({ label, documentation }) => [label, String(documentation ?? '')]),
  );
}

/** What is shown over the cursor. */
export async function shown(file: string, marked: string): Promise<string> {
  const { document, position } = placed(file, marked);
  const hover = await service.doHover(document, position);
  return (hover?.contents as { value: string } | undefined)?.value ?? '';
}

/** What is underlined: the words, and why. */
export async function underlined(file: string, text: string): Promise<[words: string, why: string][]> {
  const document = documentOf(file, text);
  const faults = await service.doValidation(document, false);
  return faults.map(({ range, message }) => [document.getText(range), message]);
}
