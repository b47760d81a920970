// Writes docs/errors.md: every code of a refusal with its sentences, and an example that is run. Needs the built
// command (npm run build).
import { writeFileSync } from 'node:fs';
import { allExamples, errorsPage } from './errors/page.js';

writeFileSync('docs/errors.md', errorsPage(await allExamples()));
