// Prints what is wrong with the OpenAPI document of the file, as JSON; exit code 0 when nothing is.
import { Validator } from '@seriousme/openapi-schema-validator';
const result = await new Validator().validate(process.argv[2]);
if (!result.valid) {
  console.error(JSON.stringify(result.errors, null, 2));
  process.exit(1);
}
