/** Whom the rows of an export are about: a contact of a pupil, a pupil, or a member of staff. */
export type ExportKind = 'contacts' | 'pupils' | 'staff';

/** What a column of an export says. `id`, `name`, `email` and the like are of whom the row is about. */
export type Field =
  | 'id'
  | 'name'
  | 'forename'
  | 'surname'
  | 'email'
  | 'otherEmail'
  | 'class'
  | 'pupilId'
  | 'pupilName'
  | 'pupilForename'
  | 'pupilSurname'
  | 'pupilEmail'
  | 'relationship'
  | 'responsibility'
  | 'livesWith'
  | 'courtOrder'
  | 'house'
  | 'postcode'
  | 'role';

/** How one kind of export of one information system is headed. */
export interface Layout {
  readonly system: 'SIMS' | 'Arbor' | 'Bromcom' | 'ScholarPack';
  readonly kind: ExportKind;
  /**
   * Headings in lower case by what they say, the most trusted first; `surname (2)` is the second column of that heading. A school names the columns of its
   * own reports: what is not found here is passed over.
   */
  readonly columns: { readonly [F in Field]?: readonly string[] };
  /** One of these must stand there: by them one system is told from another. */
  readonly marks: readonly string[];
}

/**
 * The headings under which the information systems export people. The names of the fields are those of the makers' own help pages and of importers that read
 * them (SIMS: Adno, Parental responsibility, Lives with, Court order, Primary Email; Arbor: Legal guardian, Primary guardian; Bromcom: Parental Responsibility,
 * Contact Priority, Court Order Restricted Access; ScholarPack: Responsibility, Contact Order, Email 2). How each is written in a file was not seen in a real
 * export of a school: reports are of a school's own making, and the further spellings here are likely ones.
 */
export const layouts: readonly Layout[] = [
  {
    system: 'SIMS',
    kind: 'contacts',
    marks: ['adno', 'admission number', 'parental responsibility', 'contact home email', '(contact) home email', 'lives with pupil'],
    columns: {
      id: ['contact id', 'contact person id', 'id (2)'],
      name: ['contact name', 'contact full name', 'salutation'],
      forename: ['contact forename', 'forename (2)'],
      surname: ['contact surname', 'surname (2)'],
      email: ['contact email', 'contact primary email', 'primary email', '(contact) home email', 'contact home email', 'home email'],
      otherEmail: ['contact work email', 'work email', '(contact) home email', 'contact home email'],
      pupilId: ['adno', 'admission number', 'upn', 'id'],
      pupilName: ['pupil name', 'student name', 'full name', 'name'],
      pupilForename: ['pupil forename', 'preferred forename', 'legal forename', 'forename'],
      pupilSurname: ['pupil surname', 'preferred surname', 'legal surname', 'surname'],
      pupilEmail: ['pupil email', 'student email', 'pupil email address'],
      class: ['reg', 'reg group', 'registration group', 'class'],
      relationship: ['relationship', 'relation', 'contact relationship', 'relation type'],
      responsibility: ['parental responsibility', 'parental resp', 'contact parental responsibility'],
      livesWith: ['lives with pupil', 'lives with', 'same address'],
      courtOrder: ['court order', 'contact court order'],
      house: ['contact house number', 'contact house name', 'house number', 'contact address', 'contact address block', 'address'],
      postcode: ['contact postcode', 'contact post code', 'postcode', 'post code']
    }
  },
  {
    system: 'Arbor',
    kind: 'contacts',
    marks: ['legal guardian', 'primary guardian', 'guardian email', 'guardian email address', 'guardian name', 'guardian: email address'],
    columns: {
      id: ['guardian id', 'guardian person id', 'guardian: id'],
      name: ['guardian name', 'guardian full name', 'guardian', 'guardian: full name'],
      forename: ['guardian first name', 'guardian preferred first name', 'guardian: first name'],
      surname: ['guardian last name', 'guardian preferred last name', 'guardian: last name'],
      email: ['guardian email address', 'guardian email', 'guardian default email', 'guardian: email address', 'email address'],
      otherEmail: ['guardian other email', 'guardian work email'],
      pupilId: ['student id', 'arbor student id', 'arbor id', 'upn'],
      pupilName: ['student', 'student name', 'student full name', 'name'],
      pupilForename: ['student first name', 'preferred first name', 'legal first name', 'first name'],
      pupilSurname: ['student last name', 'preferred last name', 'legal last name', 'last name'],
      pupilEmail: ['student email address', 'student email'],
      class: ['registration form', 'form', 'reg form', 'class'],
      relationship: ['relationship', 'relationship to student', 'guardian relationship'],
      responsibility: ['legal guardian', 'is legal guardian', 'parental responsibility', 'primary guardian', 'is primary guardian'],
      livesWith: ['lives with student', 'co-resident', 'lives with', 'coresident'],
      courtOrder: ['court order', 'has court order'],
      house: ['guardian address', 'guardian: address', 'guardian house number'],
      postcode: ['guardian postcode', 'guardian: postcode']
    }
  },
  {
    system: 'Bromcom',
    kind: 'contacts',
    marks: [
      'court order restricted access',
      'contactid',
      'contactemail',
      'contact first name',
      'grant access to student details in mcas',
      'studentid'
    ],
    columns: {
      id: ['contactid', 'contact person id', 'contact id', 'personid'],
      name: ['contact', 'contact full name', 'contactfullname', 'contact name'],
      forename: ['contact first name', 'contactfirstname', 'contact preferred first name'],
      surname: ['contact last name', 'contactlastname', 'contact preferred last name'],
      email: ['contact email', 'contactemail', 'contact email address', 'email'],
      otherEmail: ['contact work email', 'contact email 2'],
      pupilId: ['studentid', 'student id', 'admission number', 'mis id', 'upn'],
      pupilName: ['student', 'student full name', 'studentfullname', 'student name'],
      pupilForename: ['student first name', 'studentfirstname', 'preferred first name'],
      pupilSurname: ['student last name', 'studentlastname', 'preferred last name'],
      pupilEmail: ['student email', 'studentemail'],
      class: ['tutor group', 'tutorgroup', 'class'],
      relationship: ['relationship', 'relationshiptype'],
      responsibility: ['parental responsibility', 'parentalresponsibility'],
      livesWith: ['lives with student', 'lives with', 'liveswith'],
      courtOrder: ['court order restricted access', 'courtorder', 'court order'],
      house: ['contact address', 'contactaddress', 'contact house number'],
      postcode: ['contact postcode', 'contactpostcode']
    }
  },
  {
    system: 'ScholarPack',
    kind: 'contacts',
    marks: ['responsibility', 'contact order', 'email 2'],
    columns: {
      id: ['contact id'],
      name: ['contact name', 'contact'],
      forename: ['contact forename', 'contact first name', 'forename (2)'],
      surname: ['contact surname', 'contact last name', 'surname (2)'],
      email: ['contact email', 'email', 'email 1'],
      otherEmail: ['email 2'],
      pupilId: ['pupil id', 'student id', 'adm no', 'admission number', 'upn'],
      pupilName: ['pupil', 'student', 'pupil name', 'student name', 'name'],
      pupilForename: ['pupil forename', 'student forename', 'forename'],
      pupilSurname: ['pupil surname', 'student surname', 'surname'],
      class: ['form', 'class', 'reg'],
      relationship: ['relationship', 'relation'],
      responsibility: ['responsibility', 'parental responsibility'],
      livesWith: ['lives with', 'lives with pupil', 'resident'],
      courtOrder: ['court order'],
      house: ['contact address', 'house', 'address'],
      postcode: ['contact postcode', 'postcode']
    }
  },
  {
    system: 'SIMS',
    kind: 'staff',
    marks: ['staff code', 'employee id', 'teaching staff', 'staff initials'],
    columns: {
      id: ['staff code', 'employee id', 'payroll number'],
      name: ['full name', 'staff name', 'name'],
      forename: ['preferred forename', 'legal forename', 'forename'],
      surname: ['preferred surname', 'legal surname', 'surname'],
      email: ['work email', 'primary email', 'email', 'email address'],
      role: ['post', 'role', 'job title', 'teaching staff']
    }
  },
  {
    system: 'Arbor',
    kind: 'staff',
    marks: ['business role', 'business roles', 'staff id', 'staff member'],
    columns: {
      id: ['staff id', 'arbor staff id'],
      name: ['staff member', 'staff name', 'full name', 'name'],
      forename: ['preferred first name', 'legal first name', 'first name'],
      surname: ['preferred last name', 'legal last name', 'last name'],
      email: ['work email', 'work email address', 'default email', 'email address', 'email'],
      role: ['business role', 'business roles', 'position']
    }
  },
  {
    system: 'Bromcom',
    kind: 'staff',
    marks: ['staffid', 'staff full name', 'stafffullname', 'staff email'],
    columns: {
      id: ['staffid', 'staff code'],
      name: ['staff full name', 'stafffullname', 'staff name'],
      forename: ['staff first name', 'first name', 'preferred first name'],
      surname: ['staff last name', 'last name', 'preferred last name'],
      email: ['staff email', 'work email', 'email'],
      role: ['job title', 'role', 'staff role']
    }
  },
  {
    system: 'ScholarPack',
    kind: 'staff',
    marks: ['role identifier'],
    columns: {
      id: ['staff id', 'payroll number'],
      name: ['name', 'staff name'],
      forename: ['forename', 'first name'],
      surname: ['surname', 'last name'],
      email: ['primary email', 'email'],
      role: ['role identifier']
    }
  },
  {
    system: 'SIMS',
    kind: 'pupils',
    marks: ['adno', 'reg', 'reg group', 'upn'],
    columns: {
      id: ['adno', 'admission number', 'upn'],
      name: ['pupil name', 'student name', 'full name', 'name'],
      forename: ['preferred forename', 'legal forename', 'forename'],
      surname: ['preferred surname', 'legal surname', 'surname'],
      email: ['pupil email', 'student email', 'primary email', 'email'],
      class: ['reg', 'reg group', 'registration group', 'class']
    }
  },
  {
    system: 'Arbor',
    kind: 'pupils',
    marks: ['arbor student id', 'registration form', 'student id'],
    columns: {
      id: ['student id', 'arbor student id', 'upn'],
      name: ['student', 'student name', 'full name', 'name'],
      forename: ['preferred first name', 'legal first name', 'first name'],
      surname: ['preferred last name', 'legal last name', 'last name'],
      email: ['student email address', 'email address', 'email'],
      class: ['registration form', 'form']
    }
  },
  {
    system: 'Bromcom',
    kind: 'pupils',
    marks: ['studentid', 'tutor group', 'tutorgroup'],
    columns: {
      id: ['studentid', 'student id', 'admission number', 'upn'],
      name: ['student full name', 'studentfullname', 'student'],
      forename: ['student first name', 'preferred first name', 'first name'],
      surname: ['student last name', 'preferred last name', 'last name'],
      email: ['student email', 'studentemail', 'email'],
      class: ['tutor group', 'tutorgroup']
    }
  }
];
