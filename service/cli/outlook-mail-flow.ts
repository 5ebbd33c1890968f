import { mailFlowActions, mailFlowScript } from '../mail-flow.ts';
import { command } from './command.ts';
import { outlookSchool, schoolOption } from './outlook-school.ts';

/** `beadle outlook mail-flow`: the PowerShell for a backstop in Exchange Online. */
export const outlookMailFlow = command({
  path: 'outlook mail-flow',
  summary: 'print the PowerShell of a backstop in Exchange Online',
  details:
    'With «header: true» under «outlook:» the add-in marks what it judged with a header. Mail-flow rules show what went out without it (from\n' +
    'phones, from the Outbox), and what went out after a warning. This command changes nothing: an\n' +
    'administrator reads what it prints, and runs it.',
  arguments: [],
  options: {
    ...schoolOption,
    unjudged: {
      kind: 'value',
      of: 'ACTION',
      says: 'what becomes of mail that was not judged, once the rule is enforced',
      choices: mailFlowActions,
      default: 'audit'
    }
  },
  examples: [
    { line: 'beadle outlook mail-flow > beadle.ps1', says: 'read it, then run it in Exchange Online PowerShell' },
    { line: 'beadle outlook mail-flow --unjudged reject', says: 'refuse mail to outside that was not judged' }
  ],
  run: async (_args, { school: file, unjudged }, io) => {
    const { config } = await outlookSchool(file, io);
    await io.stdout.write(mailFlowScript(config, unjudged));
    return 0;
  }
});
