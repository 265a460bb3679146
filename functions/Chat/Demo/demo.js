const $ = id => document.getElementById(id);
const session = { token: null, id: null, room: null, names: new Map(), typing: new Set() };

async function call(method, path, body) {
  const headers = { 'Content-Type': 'application/json' };
  if (session.token) headers.Authorization = `Bearer ${session.token}`;
  const response = await fetch(path, { method, headers, body: body && JSON.stringify(body) });
  const text = await response.text();
  const answer = text ? JSON.parse(text) : null;
  if (!response.ok) throw new Error(answer?.detail ?? answer?.title ?? response.statusText);
  return answer;
}

function on(form, handle) {
  $(form).addEventListener('submit', async event => {
    event.preventDefault();
    $('problem').textContent = '';
    try {
      await handle(Object.fromEntries(new FormData(event.target)), event.submitter?.name, event.target);
    } catch (error) {
      $('problem').textContent = error.message;
    }
  });
}

on('sign-in', async ({ email, password, name }, action) => {
  const body = action === 'register' ? { email, password, name } : { email, password };
  session.token = (await call('POST', `/auth/${action}`, body)).token;
  session.id = $('me').textContent = (await call('GET', '/auth/me')).id;
  $('sign-in').hidden = true;
  $('rooms').hidden = false;
  listRooms();
});

on('create', async ({ userId }) => {
  const { roomId } = await call('POST', '/chat/rooms', { trainerId: session.id, clientId: userId.trim() });
  await open((await call('GET', '/chat/rooms')).find(room => room.roomId === roomId));
});

on('post', async ({ content }, _, form) => {
  form.reset();
  await call('POST', `/chat/${session.room}/messages`, { id: crypto.randomUUID(), content });
});

let typedAt = 0;
$('post').addEventListener('input', () => {
  if (Date.now() - typedAt < 3000) return;
  typedAt = Date.now();
  call('POST', `/chat/${session.room}/typing`, {}).catch(() => {});
});

async function listRooms() {
  while (!session.room) {
    const rooms = await call('GET', '/chat/rooms').catch(() => []);
    $('room-list').replaceChildren(...rooms.map(room => {
      const button = document.createElement('button');
      button.textContent = room.members.filter(member => member.userId !== session.id).map(member => member.name).join(', ');
      button.addEventListener('click', () => open(room));
      const item = document.createElement('li');
      item.append(button);
      return item;
    }));
    await new Promise(resolve => setTimeout(resolve, 2000));
  }
}

async function open(room) {
  if (session.room) return;
  session.room = room.roomId;
  session.names = new Map(room.members.map(member => [member.userId, member.name]));
  $('rooms').hidden = true;
  $('room').hidden = false;
  $('members').textContent = [...session.names.values()].join(', ');
  listen(String(Math.max(0, room.lastSequence - 50)));
}

/** EventSource cannot send headers, so this reads the stream itself; it comes back behind the last event it has. */
async function listen(lastId) {
  let pause = 1000;
  for (;;) {
    try {
      const headers = { Authorization: `Bearer ${session.token}`, 'Last-Event-ID': lastId };
      const response = await fetch(`/chat/${session.room}/events`, { headers });
      if (!response.ok) throw new Error((await response.json()).title);
      const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
      let text = '';
      for (let part; !(part = await reader.read()).done;) {
        const events = (text + part.value).split('\n\n');
        text = events.pop();
        for (const lines of events) {
          const field = name => lines.match(new RegExp(`^${name}: ?(.*)$`, 'm'))?.[1];
          lastId = field('id') ?? lastId;
          pause = Number(field('retry') ?? pause);
          if (field('data')) show(field('event'), JSON.parse(field('data')));
        }
      }
    } catch (error) {
      $('problem').textContent = error.message;
    }
    await new Promise(resolve => setTimeout(resolve, pause));
  }
}

function show(type, data) {
  if (type === 'typing' && data.userId !== session.id) {
    session.typing[data.typing ? 'add' : 'delete'](data.userId);
  } else if (type === 'message') {
    session.typing.delete(data.userId);
    const item = document.createElement('li');
    item.className = data.userId === 'system' ? 'system' : '';
    item.textContent = data.userId === 'system' ? data.content : `${data.userName}: ${data.content}`;
    $('messages').append(item);
    item.scrollIntoView();
    if (data.userId !== session.id) call('POST', `/chat/${session.room}/read`, { sequence: data.sequence }).catch(() => {});
  }
  const names = [...session.typing].map(id => session.names.get(id));
  $('typing').textContent = names.length ? `${names.join(', ')} …` : '';
}
