import type { Policy } from '../policy.ts';
import { codeOfConduct } from './code-of-conduct.ts';
import { employeesAndContractors } from './employees-and-contractors.ts';
import { staff2023 } from './staff-2023.ts';
import { stNorberts } from './st-norberts.ts';
import { wholeSchool } from './whole-school.ts';

/** The policies that a school can start from, longest known first. */
export const models: readonly Policy[] = [stNorberts, employeesAndContractors, wholeSchool, codeOfConduct, staff2023];
