// Prints the reading of one text file as JSON: the command that bench/accuracy.ts gives to the scorer.
import { readFileSync } from 'node:fs';
import { readDocument } from '#libraries/document/index.ts';

process.stdout.write(JSON.stringify(readDocument(readFileSync(process.argv[2]!, 'utf8'))));
