/** What can go wrong for a reason that the person can put right. Closed, so that a code can be looked up and tested. */
export type FailureCode =
  | 'wrong-use'
  | 'file-missing'
  | 'file-forbidden'
  | 'file-unreadable'
  | 'file-exists'
  | 'wrong-config'
  | 'wrong-directory'
  | 'wrong-policy'
  | 'wrong-mail'
  | 'wrong-ledger'
  | 'wrong-backup'
  | 'unknown-format'
  | 'policy-too-large'
  | 'port-taken'
  | 'tenant-refused'
  | 'no-database'
  | 'wrong-database';

/** The one error of the service's borders. Its message is whole sentences for the person: what is wrong, where, and what to do. */
export interface Failure extends Error {
  readonly name: 'Failure';
  readonly code: FailureCode;
}

/** Makes a failure: `throw failure('file-missing', 'There is no file «a.eml». Check its name.')`. No word of a mail may stand in `sentence`. */
export function failure(code: FailureCode, sentence: string): Failure {
  return Object.assign(new Error(sentence), { name: 'Failure' as const, code });
}

/** Whether this is one of ours, whose message may be shown. */
export function isFailure(error: unknown): error is Failure {
  return error instanceof Error && error.name === 'Failure' && 'code' in error;
}

/** Puts an operating system's refusal to read or write `path` into words; anything else is handed back as it is. */
export function fileFailure(error: unknown, path: string): unknown {
  switch (systemCode(error)) {
    case 'ENOENT':
      return failure('file-missing', `There is no file «${path}». Check its name and the folder you are in.`);
    case 'EACCES':
    case 'EPERM':
      return failure('file-forbidden', `«${path}» may not be opened by you. Ask its owner for access, or copy it to a place of your own.`);
    case 'EISDIR':
      return failure('file-unreadable', `«${path}» is a folder. Give the name of a file.`);
    case 'ENOTDIR':
      return failure('file-missing', `«${path}» leads through a file that is no folder. Check the path.`);
    case 'EEXIST':
      return failure('file-exists', `«${path}» is there already. Move it away first.`);
    case 'ENOSPC':
      return failure('file-unreadable', `There is no room left to write «${path}». Free some space and try again.`);
    case 'EROFS':
      return failure('file-forbidden', `«${path}» lies on a medium that cannot be written to. Choose another folder.`);
    case 'EIO':
    case 'ELOOP':
    case 'ENAMETOOLONG':
    case 'EMFILE':
      return failure('file-unreadable', `«${path}» could not be read by this computer. Check the medium it lies on.`);
    default:
      return error;
  }
}

function systemCode(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
