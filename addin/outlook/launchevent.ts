import { onChange } from './on-change.ts';
import { onSend } from './on-send.ts';

// Browsers start no event before this was called; classic Outlook runs nothing that waits for it.
void Office.onReady();

const { composed, changed } = onChange(Office);
Office.actions.associate('onNewMessageCompose', composed);
Office.actions.associate('onRecipientsChanged', changed);
Office.actions.associate('onAttachmentsChanged', changed);
Office.actions.associate('onFromChanged', changed);
Office.actions.associate('onMessageSend', onSend(Office));
