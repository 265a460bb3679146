// Listens as a client of ours would, with the npm package `eventsource`, and prints each event on a line: its type, its id and its data.
import { EventSource } from 'eventsource';

const [url, ...types] = process.argv.slice(2);
const source = new EventSource(url);
for (const type of types) {
  source.addEventListener(type, (event) => console.log(`${type} ${event.lastEventId} ${event.data}`));
}
