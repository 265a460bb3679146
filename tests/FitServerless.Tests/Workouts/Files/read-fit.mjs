// Reads a FIT file with Garmin's own SDK and prints what is in it, known to the SDK or not; fails when the SDK finds anything wrong.
import { Decoder, Stream } from '@garmin/fitsdk';
import { readFileSync } from 'node:fs';

const bytes = readFileSync(process.argv[2]);
const decoder = new Decoder(Stream.fromBuffer(bytes));
if (!decoder.isFIT()) throw new Error('isFIT');
if (!decoder.checkIntegrity()) throw new Error('checkIntegrity');
const { messages, errors } = decoder.read({ includeUnknownData: true });
if (errors.length > 0) throw new Error(errors.join('; '));
console.log(JSON.stringify(messages, (_, value) => (typeof value === 'bigint' ? String(value) : value)));
