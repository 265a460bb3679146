// Holds JSON to schemas of the OpenAPI document. Standard input has the document in its first line and then lines of {schema, body}, schema
// being a JSON pointer; each is answered by a line with what is wrong, empty when nothing is.
import { createInterface } from 'node:readline';
import Ajv from 'ajv/dist/2020.js';
import formats from 'ajv-formats';

const ajv = formats(new Ajv({ strict: false, validateSchema: false, allErrors: true }));

/** A client takes members that it does not know; the document has to know them all, unless it says that there are others. */
function close(node) {
  if (typeof node !== 'object' || node === null) return;
  if (typeof node.properties === 'object' && node.type && !('additionalProperties' in node)) node.additionalProperties = false;
  for (const [name, child] of Object.entries(node))
    if (name !== 'example') close(child);
}

let isOpen = false;
for await (const line of createInterface({ input: process.stdin })) {
  if (!isOpen) {
    const document = JSON.parse(line);
    close(document);
    ajv.addSchema(document, 'api');
    isOpen = true;
    continue;
  }

  const { schema, body } = JSON.parse(line);
  const validate = ajv.getSchema(`api#${schema}`);
  const errors = !validate ? `There is no ${schema}.` : validate(body) ? '' : validate.errors.map(error =>
    `${error.instancePath || '/'} ${error.message} ${Object.values(error.params).join(' ')}`).join('; ');
  console.log(errors.replaceAll('\n', ' '));
}
