// Loaded before the server: a clock of the system that can be set while it runs. What counts time without it goes on.
let offsetMs = 0;
const SystemDate = globalThis.Date;

class SetDate extends SystemDate {
  constructor(...given) {
    if (given.length === 0) super(SystemDate.now() + offsetMs);
    else super(...given);
  }

  static now() {
    return SystemDate.now() + offsetMs;
  }
}
// As a value: an assignment would be taken for a declaration.
Reflect.set(globalThis, 'Date', SetDate);

process.on('message', (message) => {
  if (typeof message?.offsetMs === 'number') offsetMs = message.offsetMs;
});
// Whoever started the server must not keep it alive, nor end it by ending.
process.channel?.unref();
