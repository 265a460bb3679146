const $ = id => document.getElementById(id);
const methods = ['get', 'head', 'post', 'put', 'patch', 'delete'];

/** An element with its attributes and children; text stays text. */
function make(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element[key] = value;
  element.append(...children.filter(child => child !== null && child !== undefined));
  return element;
}

const api = await (await fetch('/openapi.json')).json();
const target = reference => reference.split('/').slice(1).reduce((node, key) => node[key], api);

/** A schema as a person reads it: members with their types, `?` on those that may be missing. */
function shape(schema, indent = '', seen = []) {
  if (!schema) return 'anything';
  if (schema.$ref) {
    const name = schema.$ref.split('/').pop();
    return seen.includes(name) || !schema.$ref.startsWith('#/components') ? name : shape(target(schema.$ref), indent, [...seen, name]);
  }
  const types = [schema.type].flat().filter(type => type && type !== 'null');
  if (schema.enum) return schema.enum.filter(value => value !== null).map(value => JSON.stringify(value)).join(' | ');
  if (schema.properties) {
    const deeper = `${indent}  `;
    const lines = Object.entries(schema.properties).map(([name, member]) =>
      `${deeper}${name}${schema.required?.includes(name) ? '' : '?'}: ${shape(member, deeper, seen)}${member.description ? `  // ${member.description}` : ''}`);
    return `{\n${lines.join('\n')}\n${indent}}`;
  }
  if (schema.anyOf) return schema.anyOf.map(one => shape(one, indent, seen)).join(' | ');
  if (schema.items) return `[${shape(schema.items, indent, seen)}]`;
  if (types.includes('object') && schema.additionalProperties) return `{ …: ${shape(schema.additionalProperties, indent, seen)} }`;
  return (types.join(' | ') || 'anything') + (schema.format ? ` (${schema.format})` : '');
}

function answers(operation) {
  return Object.entries(operation.responses).map(([status, answer]) => {
    const [type, media] = Object.entries(answer.content ?? {})[0] ?? [];
    const hasShape = media?.schema && Object.keys(media.schema).length && type === 'application/json';
    return make('tr', {}, make('th', { scope: 'row', textContent: status }),
      make('td', {}, answer.description, type ? make('span', { className: 'soft', textContent: ` ${type}` }) : null,
        hasShape ? make('pre', { textContent: shape(media.schema), tabIndex: 0 }) : null,
        hasShape && media.example ? make('pre', { textContent: JSON.stringify(media.example, null, 2), tabIndex: 0 }) : null));
  });
}

function input(parameter) {
  const values = parameter.schema?.enum;
  const field = values
    ? make('select', {}, make('option', { value: '', textContent: '' }), ...values.map(value => make('option', { value, textContent: value })))
    : make('input', { autocomplete: 'off' });
  field.required = parameter.required ?? false;
  field.title = parameter.description ?? '';
  return { parameter, field };
}

/** The request that the form describes. */
function request(path, method, fields, body) {
  const query = new URLSearchParams();
  const headers = {};
  for (const { parameter, field } of fields.filter(({ field }) => field.value !== '')) {
    // A backup's id has a slash that belongs to it.
    if (parameter.in === 'path') path = path.replace(`{${parameter.name}}`, field.value.split('/').map(encodeURIComponent).join('/'));
    if (parameter.in === 'query') query.set(parameter.name, field.value);
    if (parameter.in === 'header') headers[parameter.name] = field.value;
  }
  if ($('token').value) headers.Authorization = `Bearer ${$('token').value}`;
  if (typeof body === 'string' && body !== '') headers['Content-Type'] = 'application/json';
  return { url: query.size ? `${path}?${query}` : path, options: { method: method.toUpperCase(), headers, body: body || undefined } };
}

async function send({ url, options }, show) {
  const started = performance.now();
  const response = await fetch(url, options);
  const type = response.headers.get('Content-Type') ?? '';
  const head = `${response.status} ${response.statusText} · ${Math.round(performance.now() - started)} ms\n`
    + [...response.headers].map(([name, value]) => `${name}: ${value}`).join('\n') + '\n\n';
  if (type.startsWith('text/event-stream')) {
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    for (let text = head, part; !(part = await reader.read()).done;) show(text += part.value);
  } else if (/json/.test(type)) {
    const text = await response.text();
    try {
      show(head + JSON.stringify(JSON.parse(text), null, 2));
    } catch {
      show(head + text);
    }
  } else {
    show(head + (/^text\//.test(type) ? await response.text() : `${(await response.blob()).size} bytes`));
  }
}

function trial(path, method, operation) {
  const fields = (operation.parameters ?? []).map(input);
  const [type, media] = Object.entries(operation.requestBody?.content ?? {})[0] ?? [];
  const isJson = type === 'application/json';
  const body = type && (isJson
    ? make('textarea', { spellcheck: false, value: media.example ? JSON.stringify(media.example, null, 2) : '{}' })
    : make('input', { type: 'file' }));
  const answer = make('pre', { hidden: true, tabIndex: 0 });
  answer.setAttribute('aria-live', 'polite');
  const form = make('form', {},
    ...fields.map(({ parameter, field }) => make('label', {}, `${parameter.name}${parameter.required ? ' *' : ''}`, field)),
    body ? make('label', { className: 'wide' }, `body (${type})`, body) : null,
    make('button', { textContent: 'Send' }));
  form.addEventListener('submit', async event => {
    event.preventDefault();
    answer.hidden = false;
    answer.textContent = '…';
    try {
      await send(request(path, method, fields, isJson ? body.value : body?.files[0]), text => { answer.textContent = text; });
    } catch (error) {
      answer.textContent = `No answer: ${error.message}`;
    }
  });
  return [form, answer];
}

function describe(path, method, operation) {
  const open = !operation.security?.length;
  const summary = make('summary', {}, make('b', { textContent: method.toUpperCase() }), make('code', { textContent: path }),
    make('span', { className: 'soft', textContent: ` ${operation.summary ?? ''}` }));
  const details = make('details', { id: operation.operationId }, summary);
  details.dataset.text = `${method} ${path} ${operation.summary} ${operation.tags} ${operation.operationId}`.toLowerCase();
  // Drawn when it is opened: all at once are thousands of elements.
  details.addEventListener('toggle', () => details.childElementCount > 1 || details.append(make('div', { className: 'operation' },
    make('p', { className: 'soft', textContent: `${operation.operationId} · ${open ? 'open' : 'needs a token'}` }),
    operation.requestBody?.content['application/json'] ? make('pre', { textContent: shape(operation.requestBody.content['application/json'].schema), tabIndex: 0 }) : null,
    make('table', {}, ...answers(operation)), ...trial(path, method, operation))));
  return details;
}

function filter() {
  const words = $('filter').value.toLowerCase().split(/\s+/).filter(Boolean);
  let shown = 0;
  for (const section of document.querySelectorAll('main section')) {
    const all = [...section.querySelectorAll('details')];
    for (const details of all) details.hidden = !words.every(word => details.dataset.text.includes(word));
    const here = all.filter(details => !details.hidden).length;
    section.hidden = here === 0;
    shown += here;
  }
  $('count').textContent = `${shown} operations`;
}

$('sign-in').addEventListener('submit', async event => {
  event.preventDefault();
  const { email, password } = Object.fromEntries(new FormData(event.target));
  const headers = { 'Content-Type': 'application/json' };
  const response = await fetch('/auth/login', { method: 'POST', headers, body: JSON.stringify({ email, password }) });
  const answer = await response.json();
  $('token').value = answer.token ?? '';
  $('signed').textContent = response.ok ? 'Signed in.' : answer.detail ?? answer.title;
});

$('version').textContent = api.info.version.split('+')[0];
$('about').textContent = api.info.description;
$('operations').replaceChildren(...api.tags.map(({ name }) => make('section', {}, make('h2', { textContent: name }),
  ...Object.entries(api.paths).flatMap(([path, item]) => methods
    .filter(method => item[method]?.tags.includes(name))
    .map(method => describe(path, method, item[method]))))));
$('filter').addEventListener('input', filter);
filter();
if (location.hash) {
  const asked = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (asked) [asked.open] = [true, asked.scrollIntoView()];
}
