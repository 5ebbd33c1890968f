import { names } from './names.ts';
import { onChange } from './on-change.ts';
import { onSend } from './on-send.ts';

// Browsers start no event before this was called; classic Outlook runs nothing that waits for it.
void Office.onReady();

const changed = onChange(Office);
Office.actions.associate(names.events.compose, changed);
Office.actions.associate(names.events.recipients, changed);
Office.actions.associate(names.events.attachments, changed);
Office.actions.associate(names.events.from, changed);
Office.actions.associate(names.events.send, onSend(Office));
