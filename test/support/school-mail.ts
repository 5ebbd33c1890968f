/** An invented mail: what it is, its subject, its text. */
export type Told = readonly [says: string, subject: string, text: string];

/** Mail as British schools write it, which the rule must leave alone. */
export const ordinary: readonly Told[] = [
  [
    'IT support warns of a real phishing mail',
    'Phishing emails this morning',
    'Dear all,\n\nSeveral of us have had an email this morning that seems to come from the finance office and asks you to open an invoice. It is not from us. Please do not open the attachment. Delete it and tell me if you have already clicked on the link, and I will reset your password.\n\nThanks,\nIT Support'
  ],
  [
    'IT support warns of a worm and says what to do',
    'Virus alert: please read',
    'Colleagues,\n\nThe council has told us that a new virus is going round local schools. Do not open attachments from senders you do not know, and leave your laptop switched on tonight so that the update can be installed. If your screen locks, ring the helpdesk on extension 200.\n\nKind regards\nNetwork Manager'
  ],
  [
    'the head gives notice of snow',
    'School closed tomorrow',
    'Dear parents and carers,\n\nBecause of the snow the school will be closed to all pupils tomorrow, Thursday. Work will be set online. Please let other families in your class know if you think that they have not seen this message.\n\nHeadteacher'
  ],
  [
    'the office asks that a letter be passed to the partner',
    'Consent form for the Year 6 residential',
    'Dear parent or carer,\n\nThe consent form for the residential is attached. Please pass this on to your partner if you are both named on our records, and return it to the office by Friday 4 December.\n\nMany thanks\nSchool Office'
  ],
  [
    'the PTA asks for prizes',
    'PTA Christmas raffle',
    'Dear families,\n\nThe Christmas raffle will be drawn at the fair on Saturday 12 December. Tickets are £1 a strip and there are over 30 prizes, including a hamper and a voucher for the bookshop. Please share this with grandparents and friends who might like to come along. Good luck everyone!\n\nThe PTA'
  ],
  [
    'a sponsored walk is announced',
    'Sponsored walk for the new library',
    'Dear parents,\n\nOn Friday 5 June every class will walk five miles round the reservoir to raise money for the new library. Sponsor forms come home tonight. Please ask friends and family to sponsor your child; all money should be in by 19 June.\n\nThank you for your support'
  ],
  [
    'a colleague asks for a link to be forwarded to tutors',
    'Assembly rota',
    'Hi,\n\nCould you forward this to the Year 9 tutors please? The rota changed after the meeting on Tuesday and I do not have the list.\n\nThanks'
  ],
  [
    'pupils are to have the work item sent on',
    'Cover work for 10B',
    'Please forward this to your class before period 3. They should read pages 40 to 45, answer questions 1 to 8 and upload the answers by the end of the lesson.\n\n1. What is osmosis?\n2. Draw and label a plant cell.\n3. Why does a plant wilt?'
  ],
  [
    'the police officer for schools warns of a stranger',
    'Incident on Mill Lane',
    'Dear parents and carers,\n\nThe police have asked us to let you know of an incident yesterday at about 3.30 pm on Mill Lane, when a man in a white van spoke to two pupils on their way home. The pupils did the right thing and told a member of staff. Please remind your child not to talk to people they do not know. Anyone with information should ring 101.\n\nHeadteacher'
  ],
  [
    'a lesson about hoaxes is shared',
    'Computing planning: fake news',
    'Hello both,\n\nAttached is the lesson on hoaxes for Year 7. The starter is a chain letter that says the reader must send it to ten friends or have bad luck; the pupils have to say why people pass such messages on. The plenary is a quiz about how to check a story.\n\nLet me know what you think.'
  ],
  [
    'an e-safety bulletin tells parents about chain messages',
    'Online safety: chain messages',
    'Dear parents,\n\nSome pupils have received frightening chain messages on their phones. They threaten that something bad will happen if they are not passed on. These messages are not true. Please talk to your child, tell them not to forward chain messages, and show them how to block and report.\n\nOnline safety lead'
  ],
  [
    'the staff are reminded of the policy on chain letters',
    'Reminder: acceptable use',
    'A reminder that our acceptable use policy does not allow chain letters, jokes or petitions to be sent from school accounts. If you receive a hoax, delete it and do not forward it. Questions to the ICT coordinator.'
  ],
  [
    'governors are sent their papers',
    'Papers for the finance committee',
    'Dear governors,\n\nPlease find attached the agenda, the minutes of the last meeting and the budget report for Wednesday. Item 5 needs a vote. Apologies to the clerk please.\n\nClerk to the governors'
  ],
  [
    'a joking remark in a work mail',
    'Reports',
    'Thanks for the reports, they are nearly all in. Only three left, and no prizes for guessing which department (ha ha, it is mine again!). I will have them done by Monday or you can have my biscuits.\n\nSee you in the morning'
  ],
  [
    'pupils get a joke as a task in English',
    'English homework: puns',
    'Dear 8C,\n\nFor homework please collect three puns from a newspaper and explain in two sentences each how the word play works. Bring them to the lesson on Thursday. We shall look at the features of a pun and then write our own headlines.\n\nEnglish department'
  ],
  [
    'a teacher asks another for a rhyme',
    'Nativity',
    'Hi, do you still have the words for the song about the sheep? Reception would love to sing it again this year. I have found the costumes: three kings, one angel and a very tired camel. Can you spare a teaching assistant on Tuesday?'
  ],
  [
    'a fund for a charity asks for a share',
    'Children in need day',
    'Dear parents,\n\nFriday is our non-uniform day for charity. Please bring £1. You can also give online through our page; share the link with your family and friends if you wish. Last year we raised £642, thank you!\n\nSchool council'
  ],
  [
    'a newsletter says forward to a friend',
    'Museum learning news, November',
    'In this issue: free workshops for Key Stage 2, a new loan box about the Romans, and half-price entry for teachers.\n\nForward to a friend | View in your browser | Unsubscribe\n\nYou receive this newsletter because you signed up at an event.'
  ],
  [
    'the theatre sends tickets',
    'Your booking: 45 tickets',
    'Dear customer,\n\nThank you for your order. 45 tickets for the matinee on 3 March have been reserved for your school. Payment of £315 is due within 14 days of this invoice. Please do not reply to this email; contact the box office with any questions.'
  ],
  [
    'a leaving party',
    'Leaving do on Friday',
    'Hi all,\n\nWe are saying goodbye to our wonderful caretaker on Friday after 27 years. Drinks in the staffroom from 3.45, then the pub. Please sign the card, it is in the office. Bring a dish if you can. Let anyone I have missed know!\n\nBest wishes'
  ],
  [
    'a birthday wish',
    'Happy birthday!',
    'Happy birthday to you! Hope you have a lovely day and that somebody makes you a cup of tea. There is cake in the staffroom. xx'
  ],
  [
    'a request for a reference',
    'Reference request',
    'Dear Headteacher,\n\nOne of your teachers has applied for a post with us and has given your name as a referee. I should be grateful if you would complete the attached form and return it within ten days. Please treat this as confidential.\n\nYours sincerely'
  ],
  [
    'a safeguarding note',
    'Concern',
    'She told me at break that her mother had shouted at her and that she did not want to go home. I said that I would have to tell someone. She said that he was not there at the time. I have written it on the form and given it to you in person. Please ring me when you are free.'
  ],
  [
    'an account of an incident at lunch',
    'Incident at lunchtime',
    'At 12.40 a boy from Year 5 pushed another boy off the wall. He said, "He called me a name." The other boy said that he had only laughed. The teacher on duty asked the girls who were standing there. One of them said that both were shouting. Both boys were sent to the deputy head, and their parents have been told.'
  ],
  [
    'a behaviour report with talk in it',
    'Detention for two pupils',
    'I asked him to sit down and he replied that he would not. When I asked again he said it was not fair. She then threw the pencil case. Please could they both have a detention on Thursday? I have logged it and rung home.'
  ],
  [
    'a story is discussed in class',
    'Guided reading',
    'Group 2 should read the chapter in which the fox meets the old woman. Ask: why did the woman open the door? What did the fox say? How do we know that she was afraid? Then let them act it out with a partner.'
  ],
  [
    'the school play',
    'Rehearsals for Snow White',
    'Rehearsals: dwarfs and the queen on Monday, all the animals on Tuesday, everybody on Wednesday. Costumes by 1 December. The mirror is broken, so if anyone has a large frame at home please let me know.'
  ],
  [
    'a maths problem',
    'Starter for tomorrow',
    'Here is the starter: a farmer has 17 sheep. All but nine run away. How many are left? And the second: three friends share a bill of £30. Answers are on the second page. Year 6 took four minutes, which is about right.'
  ],
  [
    'head lice',
    'Head lice in Year 2',
    'Dear parents,\n\nWe have had a case of head lice in Year 2. Please check your child’s hair this evening and treat it if you need to. Advice is on the NHS website. Please also tell any clubs that your child attends.\n\nThank you'
  ],
  [
    'an allergy warning',
    'NUT ALLERGY - please read',
    'URGENT: A child in Reception has a severe nut allergy. Please do not send in nuts or anything that contains nuts, including chocolate spread and cereal bars. This could save a life. Thank you for your help.\n\nSchool nurse'
  ],
  [
    'a road safety warning',
    'Parking outside the school',
    'Dear parents and carers,\n\nPlease be careful outside school. This morning a child was nearly hit by a car that was reversing on the zigzag lines. Always park away from the gate and never stop on the lines, not even for a minute. The police will be visiting this week.'
  ],
  [
    'a lost child was found on a trip: the debrief',
    'Trip debrief',
    'One boy went missing for four minutes at the museum because the group had stopped to look at the dinosaurs. He was found by the shop with another group. We should count at every door next time. I have updated the risk assessment.'
  ],
  [
    'a real petition of the council is mentioned',
    'Crossing patrol consultation',
    'Dear parents,\n\nThe council is consulting on the crossing patrol on Station Road. You can read the proposals and give your views on the council’s website until 30 November. Paper copies are in the office.\n\nChair of governors'
  ],
  [
    'a survey of parents',
    'Parent survey',
    'Dear parents,\n\nPlease take five minutes to complete our survey. Answer honestly: nobody will see your name. The link closes on Friday at midnight. The results will be shared at the next governors’ meeting.'
  ],
  [
    'a quiz night',
    'PTA quiz night',
    'Test your brains! Quiz night on Friday 20 November at 7.30 pm, teams of six, £5 a head, bring your own drinks. Reply with your team name by Wednesday. Tell all your friends and neighbours!\n\nPTA'
  ],
  [
    'a blessing from the chaplain',
    'Advent service',
    'Dear colleagues,\n\nThe Advent service is in church on Thursday at 9.30. Reverend Sample will lead the prayers and Year 4 will light the candle. God bless you all for your hard work this term.\n\nChaplain'
  ],
  [
    'a prayer for a colleague',
    'Sad news',
    'Dear all,\n\nI am very sorry to tell you that our colleague’s mother died on Sunday. The funeral will be on 2 December. She asks for no flowers, but please keep the family in your prayers. There is a card in the office if you would like to sign it.'
  ],
  [
    'blood donors',
    'Blood donation session in the hall',
    'The blood service will use our hall on Saturday 28 November. They need donors of all groups. Book on their website or ring them. Please park at the front.'
  ],
  [
    'a collection of stamps',
    'Used stamps',
    'We are collecting used stamps for the lifeboats again. Please bring them to the office in an envelope before the end of term. Year 3 will count them, and the total will be in the newsletter.'
  ],
  [
    'Secret Santa in the staffroom',
    'Secret Santa',
    'Hi everyone,\n\nNames for the staff Secret Santa are in the hat by the kettle. Limit £5, presents under the tree by Thursday 17 December. No rude ones this year please, the governors are coming for mince pies!'
  ],
  [
    'book swap',
    'World Book Day swap',
    'Dear families,\n\nFor World Book Day each child may bring one book that they no longer want and take another home. Please write your child’s name inside the bag, not the book. Spare books go to the charity shop.'
  ],
  [
    'an order of ten books',
    'Order',
    'Please order ten copies of the poetry anthology and five of the play. The budget code is ENG-210. We need them before half term. If they are out of stock within the next 10 days let me know and I shall use the old ones.'
  ],
  [
    'a thank you from parents',
    'Thank you',
    'Dear Miss Sample, thank you so much for everything you have done for our daughter this year. You made such a difference to her. She cried when she said goodbye! We wish you the best of luck in your new school.'
  ],
  [
    'a parent complains about a joke',
    'Joke told in class',
    'Dear Headteacher,\n\nMy son came home upset because a teacher told a joke about his football team in front of the class. I am sure that it was not meant badly, but I would like to talk to you about it. Please ring me after six.'
  ],
  [
    'the pupils’ joke competition',
    'Joke competition for the newsletter',
    'Dear parents, the school council is running a joke competition. Each class may enter one clean joke; the winner is printed in the newsletter on Friday. Entries on paper to the box in the library, please, with name and class.'
  ],
  [
    'numbers and results',
    'Data drop 2',
    '1. 62% of pupils are on track in reading.\n2. 58% are on track in writing.\n3. 71% are on track in maths.\n4. Attendance is 95.1%.\n5. Persistent absence has fallen by 2 points.\n6. Exclusions: none.\nPlease bring your own class data to the meeting.'
  ],
  [
    'a numbered agenda',
    'Agenda: staff meeting',
    '1. Apologies\n2. Minutes of the last meeting\n3. Safeguarding update\n4. Behaviour: lunchtime\n5. Christmas dates\n6. Reports\n7. Anything else\nPlease send other items to me by noon. Cake will be provided.'
  ],
  [
    'instructions in numbered steps',
    'How to log in at home',
    '1. Go to the portal.\n2. Type your user name and password.\n3. Wait for the code on your phone.\n4. Enter the code within 30 seconds.\n5. Click on the folder.\nIf it does not work, ring the helpdesk. Do not share your password with anyone.'
  ],
  [
    'a long thread of forwarded work',
    'FW: FW: Transport contract',
    'See below, can you deal with this?\n\n-----Original Message-----\nFrom: Transport Team\nTo: School Office\nSubject: FW: Transport contract\n\nPlease forward to whoever looks after the minibus.\n\n-----Original Message-----\nFrom: Depot\nTo: Transport Team\nSubject: Transport contract\n\nThe contract for bus 14 ends on 31 March. Please let us know whether you want to renew it.'
  ],
  [
    'a vacancy to be shared with colleagues',
    'Teaching assistant vacancy',
    'Dear headteachers,\n\nWe are looking for a teaching assistant from January. Please circulate this to your staff, and to anyone you know who may be interested. The closing date is 4 December; interviews on 11 December.\n\nMany thanks'
  ],
  [
    'a training course',
    'First aid training',
    'Please share with your teams: there are four places left on the first aid course on 13 January. Cost £60. Book by e-mail, first come, first served.'
  ],
  [
    'a union circular',
    'Ballot',
    'Dear members, ballot papers are in the post and must be returned by 14 December. Please remind other members in your school. Your vote matters. If you have not received a paper, contact the branch secretary.'
  ],
  [
    'an appeal for a lost jumper',
    'Lost jumper',
    'My son has lost his new jumper, size 9 to 10, name in the collar. Last seen on the field on Tuesday. If anyone finds it please hand it in to 3B. Thank you!'
  ],
  [
    'a lost cat, to the staff',
    'Lost cat near the school',
    'A neighbour of the school has lost a grey cat. It may be in one of our sheds. Could the caretaker have a look please? It is shy but it likes tuna.'
  ],
  [
    'a reply about a film',
    'Re: film club',
    'I thought you would enjoy it! The children laughed all the way through. Next week it is the one with the penguins. Can you bring the projector back to the hall?'
  ],
  [
    'a science experiment',
    'Practical on Thursday',
    'For the practical we need 15 bulbs, 30 wires and 15 batteries. How many bulbs light when one is taken out? The technician needs the list by Tuesday; last time two bulbs were broken.'
  ],
  ['one line', 'Re: lunch', 'Yes, 12.30 is fine.'],
  ['nothing at all', '', ''],
  [
    'Welsh: a notice of a trip',
    'Taith i’r amgueddfa',
    'Annwyl rieni,\n\nBydd Blwyddyn 5 yn mynd i’r amgueddfa ddydd Gwener. Dewch â phecyn bwyd a chôt law. Anfonwch y ffurflen yn ôl i’r swyddfa erbyn dydd Mercher.\n\nDiolch'
  ],
  [
    'Welsh: colleagues are asked to share a date',
    'Hyfforddiant',
    'Annwyl gydweithwyr, bydd hyfforddiant diogelu ar 5 Ionawr am 1.30. Rhannwch y dyddiad gyda’ch timau os gwelwch yn dda, a rhowch wybod i mi os na allwch ddod.'
  ],
  [
    'a teacher sets a monologue',
    'Drama: duologues',
    'Year 9 will learn a short scene for two. "Where have you been?" asks the mother. "Out," says the son. They should think about pauses and where to look. Scripts are in the folder; please print twelve.'
  ],
  [
    'history of the war',
    'Trip to the cathedral',
    'We shall see the memorial to the men of the town who died in the two wars. One of them was a teacher at this school, killed in 1917. Pupils will look for his grave and lay a wreath. Please remind them to bring a coat.'
  ],
  [
    'a class letter about a hamster',
    'Hamster',
    'The class hamster died in the night. I have not told the children yet. Would you come in at registration? I thought that we could read the story about the badger and let them say something nice about him.'
  ],
  [
    'a parent’s complaint with quoted words',
    'What happened at the gate',
    'My daughter says that another mother shouted at her at the gate on Monday. She said, "Tell your brother to leave my son alone." My daughter was crying when she came home. I asked her what she had done and she told me that she had only laughed. Can you please speak to the family?'
  ],
  [
    'notes of a meeting with a pupil',
    'Notes of my talk with him',
    'He told me that he was tired. I asked, "Are you eating breakfast?" He answered that there was none. He said his mum leaves for work at six. I said that he could come to breakfast club from Monday, and he smiled. I have told the pastoral lead and written it up.'
  ],
  [
    'an accident form in words',
    'Accident in PE',
    'During PE on Tuesday a girl in 8B fell from the beam. She said that her wrist hurt. The teacher asked her to move her fingers and she cried. Her father came at 2 pm and took her to hospital. He rang later and said that it was not broken. The form is in the file.'
  ],
  [
    'a witness statement',
    'Statement for the exclusion',
    'I was in the corridor at 11.15. The boy walked up to the other boy and asked him for his phone. He replied, "No." The first boy then grabbed his bag. A man from the site team shouted at them and they ran away. I told the deputy head at once.'
  ],
  [
    'a teacher tells colleagues of a funny moment',
    'Re: Year 1 trip',
    'It went really well, thank you. One little girl asked the farmer whether the cows had names, and he said "Only the naughty ones", which made everybody laugh. We counted them all back on to the bus at 2.30. Photos are on the drive; the receipts are in your tray.'
  ],
  [
    'comic relief day',
    'Red Nose Day',
    'Dear parents, on Friday pupils may wear something funny for Red Nose Day in return for a donation of £1. There will be a joke telling competition at lunch and cakes for sale. Please do not send in face paint. Thank you from the school council.'
  ],
  [
    'a pantomime visit',
    'Pantomime on 9 December',
    'We are all going to the pantomime on Wednesday 9 December. There will be a genie, a wicked uncle and a very silly policeman, and the children will be able to shout "He’s behind you!" Coaches leave at 12.15. Please bring a packed lunch and no money.'
  ],
  [
    'Christmas dates',
    'Christmas at school',
    'Santa will visit Nursery and Reception on 16 December with his elves. Christmas lunch is on the 17th (turkey or nut roast), jumpers may be worn. The Infants’ play, The Grumpy Snowman, is at 2 pm on the 14th and at 6 pm on the 15th. Two tickets a family, please.'
  ],
  [
    'class names are animals',
    'Penguins and Giraffes swap rooms',
    'From Monday Penguins will be in the blue room and Giraffes will be next to the hall. Elephants stay where they are. Please remind the children to hang their coats on the new pegs. Owls will need the trolley on Thursday.'
  ],
  [
    'drama club needs costumes',
    'Costumes wanted',
    'We need a wizard’s hat, a pirate’s coat, two nuns, a vicar and the back half of a horse for the show in March. If you have anything in the loft, please bring it to the hall on Thursday after school. Thank you!'
  ],
  [
    'RE lesson',
    'RE: visit of the vicar and the rabbi',
    'The vicar and the rabbi will both visit Year 6 next Thursday. Each child should prepare a question, for example: How do you pray? What does the angel mean in the story? Please tell parents. The rabbi will need a parking space.'
  ],
  [
    'share with all friends: open evening',
    'Open evening on Thursday',
    'Our open evening for families with children in Year 5 and 6 is on Thursday from 5 to 7.30 pm. Please tell all your friends and neighbours, and share this with anyone you know who has a child starting in September. Tours every ten minutes.'
  ],
  [
    'tell other parents of a WhatsApp group',
    'Class reps',
    'Each class now has a parent rep. If you would like to help, reply to this message. Please pass this message on to any parents who are not on e-mail, and let everyone know that the fair is on the 12th.'
  ],
  [
    'the council’s warning of a cold spell',
    'Cold weather warning from the council',
    'The council has issued a cold weather warning for Thursday to Saturday. Please take care on the paths, check on elderly neighbours and pass this information on to your families. Gritting starts at 5 am. The school will be open as usual.'
  ],
  [
    'the health authority’s letter on measles',
    'Measles: information from public health',
    'Dear parents, public health officials have confirmed two cases of measles in the town. The illness can be serious and may lead to hospital. Please check that your child has had both vaccinations, and do not send a child with a rash to school. Share this letter with others who look after your child.'
  ],
  [
    'the police on bicycle theft',
    'Bike thefts',
    'Local police have warned us that thieves are working near the station. Always lock your bike, never leave it overnight and report anything suspicious on 101. Bike marking is offered in the yard on Friday from 8 am. Please tell your friends.'
  ],
  [
    'IT support: scam about gift vouchers',
    'Scam: gift vouchers from the head',
    'Someone is sending messages that seem to come from the headteacher and ask staff to buy gift cards. The head will never ask you for this. Do not reply, do not buy anything, and forward the message to me as an attachment so that I can block it. If you have replied, ring me at once.'
  ],
  [
    'IT support: passwords',
    'Password change by Friday',
    'All passwords must be changed by midnight on Friday. After that your account will be locked until you ring the helpdesk. Do not click on links that promise to do it for you. Choose three words, and never share them with anyone.'
  ],
  [
    'online safety lead quotes a hoax in full to the staff',
    'Chain message going round Year 8',
    'Colleagues, you may hear about this from pupils today. The message says: "Send this to 15 people or the girl will come for you tonight." It is a hoax; please do not forward it or read it out. Reassure pupils that nothing will happen, and ask them to delete it. Parents will get a letter this afternoon. Online safety lead'
  ],
  [
    'training on scams for staff',
    'E-safety training: slides',
    'Slide 4 shows a typical hoax: a warning that a virus will destroy your hard disk and that you should tell everyone in your address book. Slide 5 explains how to check it. Slide 6 is the rule: if in doubt, ask IT support and do not forward. Please read the slides before Tuesday’s training.'
  ],
  [
    'a real petition of parliament in a union circular',
    'Class sizes',
    'Members may like to know that there is a petition about class sizes on parliament’s site, where every signature has to be confirmed by e-mail. The branch meeting on 2 December will discuss it. Please bring your ideas.'
  ],
  [
    'sign a birthday card',
    'Card for the cook',
    'The card for the cook’s 60th is in the staffroom drawer. Please sign it and add your name to the list if you have given £2, then put it back in the envelope. We give it to her on Friday at break.'
  ],
  [
    'add your name to a list',
    'Duty list',
    'The duty list for next term is in the folder. Please add your name to two slots, one of them a wet break, by Thursday. If all the slots in a row are full, choose another. Thanks everyone.'
  ],
  [
    'a book club exchange',
    'Staff book swap shelf',
    'There is now a shelf in the staffroom for swapping books: take one, leave one. No list and no rules. I have left three thrillers and a cookery book. Happy reading!'
  ],
  [
    'good luck for exams',
    'Good luck!',
    'Good luck to all of Year 11, whose exams begin on Monday. Get a good night’s sleep, eat breakfast and bring two black pens. We believe in you. Remember that phones will be collected at the door. See you at 8.30.'
  ],
  [
    'a deadline in hours',
    'Urgent: numbers for tomorrow',
    'Please send me the numbers for tomorrow’s lunch within the next two hours, otherwise the kitchen cannot order. If you don’t send them I shall have to guess from last week. Thank you.'
  ],
  [
    'a survey on school meals with numbers to tick',
    'Which dinner do you like?',
    'Pick three dinners and tell us why. Choose a colour for each: green for yes, red for no. Each class should send its answers to the kitchen by Friday. Last time fish fingers won by 20 votes.'
  ],
  [
    'a mindfulness message of the week',
    'Thought for the week',
    'This week’s thought for assembly is friendship. Ask your class: what makes a good friend? How can we show that we care about each other? The song is number 12, and Year 4 will read their poems. The prayer is on the shared drive.'
  ],
  [
    'a supply agency’s advertisement',
    'Teachers available now',
    'We have excellent teachers ready to start on Monday. For every colleague you recommend who works ten days we pay you £100. Call us today or reply to this e-mail. If you no longer wish to hear from us, click to unsubscribe.'
  ],
  [
    'free laptops from a real scheme',
    'Laptops for pupils without a computer',
    'The trust has received 20 laptops for pupils who have none at home. Please give me the names of pupils in your form by Thursday. Priority is for Year 11. The laptops are lent, not given, and parents must sign the agreement.'
  ],
  [
    'a missing phone, with talk',
    'Missing phone in 9C',
    'A girl in 9C says that her phone has been missing since Tuesday. She told me that a boy asked to borrow it and that he gave it to someone else. I asked him and he denied it. Can reception check the camera between 1 and 2 pm?'
  ],
  [
    'a wedding of a colleague',
    'Wedding bells',
    'Congratulations to our Year 3 teacher, who was married on Saturday. The bride wore her grandmother’s dress and her new husband cried all the way through. There is cake in the staffroom, and photos are on the board.'
  ],
  [
    'a lawyer’s letter',
    'Letter from the solicitor',
    'The lawyer says that the lease allows us to let the field. He asked whether the governors had agreed, and I told him that they would decide on Monday. His wife used to teach here, by the way. Can you put it on the agenda?'
  ],
  [
    'the doctor’s note',
    'Absence',
    'My husband took our son to the doctor this morning. The doctor said that it is only a cold, but he told him to stay at home until Thursday. Could you send some work? His brother can take it home.'
  ],
  [
    'a behaviour log',
    'Behaviour log',
    'At lunch today he asked for a second pudding and when the lady said no he shouted at her. She told him to sit down. He said sorry later. I have rung mum, who says that he was tired. Could you speak to him tomorrow?'
  ],
  [
    'a forwarded offer for the committee',
    'Fwd: Funding for IT',
    'Please forward this to everyone on the finance committee. The offer closes on Friday. We would get 20 laptops for £4,000.'
  ],
  [
    'a fire drill',
    'Whole staff: fire drill',
    'There will be a fire drill at 10.15 on Thursday. Please make sure that every child knows the way out. Do not stop to collect bags. Registers will be taken on the field.'
  ],
  [
    'a colleague’s sister walks for charity',
    'Charity walk',
    'My sister is walking from Land’s End for a hospice. If you would like to sponsor her the page is below. Feel free to pass it on to your friends. Thank you so much!'
  ],
  [
    'gossip about a parents’ evening',
    'Re: parents evening',
    'Ha, that mother told me the same! She said her husband would not come because he had been told off by you at school in 1989. See you at six, bring sweets.'
  ],
  [
    'scarlet fever',
    'Scarlet fever',
    'We have been told by the health agency that there is a case of scarlet fever in Year 1. Symptoms are a sore throat and a rash. Please see your doctor if your child has these. Pregnant women should take advice.'
  ],
  [
    'a stranger near the park',
    'Stranger near the park',
    'Police have asked us to warn parents about a man who approached two girls near the park yesterday at 4 pm. Please remind children to walk in groups. Please share with other families at our school.'
  ],
  [
    'a scam by phone',
    'WhatsApp scam',
    'Several parents have had a message that says "Hi mum, I have lost my phone". It is a scam. Do not send money. Ring your child on the old number and report it to Action Fraud.'
  ],
  [
    'the funniest jumper',
    'Christmas jumper day',
    'Wear your silliest jumper on Friday and bring £1. There is a prize for the funniest. Last year a snowman with a light bulb for a nose won, which made us all laugh.'
  ],
  [
    'minutes with talk',
    'Minutes',
    'The chair asked whether the doctor had replied. The head said that he had, and that the policy would come back in March. The vicar asked about the roof. The chair thanked the clerk.'
  ],
  [
    'a task in story writing',
    'Story writing',
    'Hi both, for Big Write: start with "One day a man found a strange box". Year 4 should finish the story, Year 5 should add talk. Ask them what the man said, and why. Thanks'
  ],
  [
    'lost keys',
    'Lost keys',
    'Has anyone picked up a set of keys with a blue fob? Last seen in the staff toilet. Reward: one chocolate biscuit.'
  ],
  [
    'the head’s end of term message',
    'End of term message',
    'Thank you for all your hard work. You are the best team that a head could wish for. Have a wonderful rest, love to your families, and see you on 5 January. Good luck to those who are leaving us.'
  ],
  [
    'a pen-friend exchange',
    'Exchange with France',
    'The exchange is now open. Each pupil will receive a partner and should send a letter in French with five sentences about family. We need 20 pupils by 1 February. Please tell the parents of your form.'
  ],
  [
    'a changed timetable',
    'Read this please',
    'Please read the whole of this message carefully: the timetable for Monday has changed. Period 1 is assembly, then lessons move up by one. Tell your tutor group at registration.'
  ],
  [
    'a petition that is not to be collected',
    'Petition against the closure',
    'Dear parents, some of you have asked about the petition against closing our school. It is on the council website; sign in with your postcode. We cannot collect signatures at the gate. The meeting is on 3 February at 7 pm.'
  ],
  [
    'toast in the staffroom',
    'Toast',
    'Who keeps setting off the alarm with toast? Whoever it is (you know who you are!) please use the other toaster. The fire brigade were very nice about it but I am not sure that they will be next time.'
  ],
  [
    'a puzzle of the week',
    'Maths puzzle of the week',
    'Puzzle 7: Three men share a taxi. Each pays £10. The driver gives back £5. Where is the missing pound? Answers to the maths office by Thursday; winner gets a protractor.'
  ],
  [
    'a prayer group',
    'Prayer group',
    'The prayer group meets on Wednesdays at 8 am in the library. This week we pray for the Year 11s. All staff are welcome. Please bring a chair.'
  ],
  [
    'a report of a therapist',
    'Speech and language report',
    'He can name 20 animals. When I asked him what a cow says, he said "moo" and laughed. His mother said that he talks more at home. I will see him again in six weeks and send the report to the nursery.'
  ]
];

/** What is passed round, as it reaches a British school, with the kind it is. */
export const spread: readonly (readonly [kind: 'chain' | 'hoax' | 'petition' | 'joke', ...told: Told])[] = [
  [
    'chain',
    'luck for whoever sends it on',
    'FW: Do not delete!',
    'This candle was lit eleven years ago and has been round the world nine times. Send it to seven people within the next hour and something wonderful will happen to you tomorrow. If you break the chain you will have seven years of bad luck. It is only an e-mail, but better safe than sorry!'
  ],
  [
    'chain',
    'a ghost for whoever does not',
    'scary',
    'Her name was Clara and she died in the caretaker’s cupboard. Now that you have read this she will stand at the end of your bed at midnight unless you send this to 15 people. A boy in Leeds laughed and deleted it. He was found dead the next morning. NOT A JOKE.'
  ],
  [
    'chain',
    'friendship week among the staff',
    'FW: for all my lovely friends',
    'It is National Friendship Week! Send this to everyone you call a friend, even if that means sending it back to the person who sent it to you. If it comes back to you then you know how many friends you have. Big hugs xxx'
  ],
  [
    'chain',
    'a prayer chain',
    'FW: prayer for today',
    'May the angels watch over you. Say this prayer, make a wish and pass it on to nine friends, including me. Do not keep it. You will receive a miracle in four days. God bless.'
  ],
  [
    'chain',
    'a status to copy and paste',
    'FW: mental health',
    'Most people will ignore this, but a few of my friends will care. Could one of you copy and paste this to your own wall for an hour, just to show that somebody is always listening? Don’t share it: hold your finger on the text and copy.'
  ],
  [
    'chain',
    'a recipe exchange',
    'Recipe exchange - fun!',
    'You have been invited to a recipe exchange. Send one recipe to the person whose name is number 1 on the list, move my name to the top and add yours at number 2. Then send the letter to 20 friends. You should receive 36 recipes. It only works if nobody breaks the chain, so please let me know if you cannot do it.'
  ],
  [
    'chain',
    'a money list',
    'Turn £5 into thousands',
    'Put a £5 note in an envelope and send it to the first name on the list. Take that name off, move the others up and put your name at the bottom of the list. Send copies to ten friends. Within 60 days you will receive thousands of pounds. It really works!'
  ],
  [
    'chain',
    'a quiz with a wish',
    'FW: this is spooky',
    'This quiz is scary how true it is. No cheating! Pick a number from 1 to 10, think of somebody you love and choose a colour. Now make a wish. Your wish will come true if you send this to ten people in the next hour. If you don’t, it will turn into the opposite.'
  ],
  [
    'chain',
    'a rare calendar',
    'FW: only once in 823 years',
    'This December has five Saturdays, five Sundays and five Mondays. It happens only once in 823 years and is called a bag of money. Pass this on to your friends and money will come to you within four days. Whoever stops it will have none.'
  ],
  [
    'chain',
    'a pupil’s pass-on message',
    'Fwd: sisters 4ever',
    'if u r reading this u r a beautiful girl. send dis to 12 girls who u think r amazing and dont ignore it. if u get 5 back ur loved xoxo'
  ],
  [
    'chain',
    'Welsh: send it to all your friends',
    'Llythyr lwc',
    'Anfonwch hwn at ddeg o’ch ffrindiau cyn hanner nos ac fe gewch lwc dda. Anfonwch y neges hon at bawb rydych chi’n eu caru, a pheidiwch â thorri’r gadwyn.'
  ],
  [
    'chain',
    'Welsh: bad luck to whoever breaks it',
    'Darllenwch hwn',
    'Anfonwch hwn ymlaen at ddeg o’ch ffrindiau cyn hanner nos. Peidiwch â thorri’r gadwyn neu fe gewch anlwc am saith mlynedd. Fe gaiff pawb sy’n ei anfon ymlaen lwc dda.'
  ],
  [
    'hoax',
    'a virus that nobody can cure',
    'FW: FW: URGENT VIRUS WARNING',
    'PLEASE SEND THIS TO EVERYONE IN YOUR ADDRESS BOOK!! If you receive a message called "Snow Day" do NOT open it. It will erase everything on your hard disk. Microsoft announced it yesterday as the most destructive virus ever and there is no cure.'
  ],
  [
    'hoax',
    'a hacker among the contacts',
    'Important',
    'Please tell all the contacts on your list not to accept a friend request from Kit Sample. He is a hacker and has the system connected to your account. If one of your contacts accepts it, you will be hacked too. Forward it as received.'
  ],
  [
    'hoax',
    'free vouchers for each mail forwarded',
    'FW: free vouchers - it works!',
    'I thought this was a scam but my cousin who works there says that it is real. The supermarket is giving away £75 vouchers for its birthday. For every person you forward this e-mail to you receive another £5. They can track it. Send it to at least 8 people and wait ten minutes.'
  ],
  [
    'hoax',
    'a dying child',
    'FW: please read, little boy',
    'This little boy is seven years old and is dying of a brain tumour. It is his last wish to be in as many in-boxes as possible. The cancer society will donate 3p for every time this message is sent on. It only takes a second. If it was your child, you would want everybody to help.'
  ],
  [
    'hoax',
    'a missing child without a date or a source',
    'MISSING GIRL PLEASE SHARE',
    'A 13 year old girl has been missing for two weeks. Her mum is begging everyone to pass this on. Please forward it to everyone you know, it only takes a moment. If it were your daughter you would do anything. With the internet she can be found!'
  ],
  [
    'hoax',
    'a gang in the car park',
    'FW: Warning to all ladies',
    'Warning to all women drivers. A friend of mine whose husband is a police officer told her this. Gangs are leaving a £20 note on the windscreen, and when you get out to take it they jump in the car. Please pass this on to all the women you know. It could save a life.'
  ],
  [
    'hoax',
    'a number that stops thieves',
    'FW: PIN backwards',
    'If a thief ever forces you to take money from a cash machine, enter your PIN in reverse. The machine gives you the money but the police will be alerted immediately. Hardly anybody knows about this, so please share it with everyone.'
  ],
  [
    'hoax',
    'a food that gives cancer',
    'FW: plastic bottles',
    'Never drink from a plastic bottle that has been left in the car. The heat makes toxins which cause cancer, doctors at a famous hospital have confirmed. Tell every woman in your family. Please forward this to all your friends.'
  ],
  [
    'hoax',
    'a game that harms children',
    'URGENT ALL PARENTS',
    'Warning to all parents!! There is a new game on the internet in which a doll tells children to harm themselves. Police have confirmed that three children died after playing. Please copy and share with every parent you know before it is too late.'
  ],
  [
    'hoax',
    'an account that will be closed',
    'FW: messenger closing',
    'The director of the messenger service announced that it is full. From Monday every account that has not sent this message to 18 contacts will be deactivated and you will be charged. This is not a joke, it was on the news. Send it on and your icon will turn blue.'
  ],
  [
    'hoax',
    'a boycott by chain',
    'FW: petrol prices',
    'If everybody does not buy petrol from the two biggest companies until prices fall, they will have to give in. Do not buy from them. I am sending this to thirty people; if each of you sends it to at least ten more we shall have reached three million. Keep it going!'
  ],
  [
    'petition',
    'add your name and send it on',
    'FW: Save our lollipop lady',
    'Please add your name to the bottom of the list and send it on to everyone you know. If you are the 50th person to sign, please return a copy to the first address.\n\n1. Parent One, Exampleton\n2. Parent Two, Exampleton\n3. Teacher One, Sampleford'
  ],
  [
    'petition',
    'copy into a new mail and sign',
    'FW: Stop the closure',
    'We, the undersigned, ask the government to stop the closing of small schools. To sign, copy this into a new e-mail instead of forwarding, type your name at the end of the list and pass it to your friends. Every 100th person please send it to the minister.'
  ],
  [
    'petition',
    'Welsh: add your name',
    'FW: Deiseb i achub yr ysgol',
    'Deiseb i achub ein hysgol. Ychwanegwch eich enw ar waelod y rhestr ac anfonwch hon ymlaen at bawb. Anfonwch y neges hon at eich ffrindiau i gyd.'
  ],
  [
    'joke',
    'a man walks into a bar',
    'FW: too funny!',
    'Had to share this one...\n\nA horse walks into a pub. "Why the long face?" asks the barman. "I have just come out of a staff meeting," replies the horse.'
  ],
  [
    'joke',
    'the inspector and the class',
    'FW: this made me laugh',
    'An inspector visits a school and asks a boy, "Who knocked down the walls of Jericho?" "It was not me, sir," says the boy. The inspector turns to the teacher. "Did you hear that?" "He is an honest lad," replied the teacher, "and if he says that he did not do it, he did not." So the inspector goes to the headteacher. The headteacher sighed and said, "Well, how much is it going to cost to mend?"'
  ],
  [
    'joke',
    'how many it takes to change a bulb',
    'Fwd: light bulbs',
    'How many teachers does it take to change a light bulb?\nNone. They set it as homework.\n\nHow many governors does it take to change a light bulb?\nTwelve: one to change it and eleven to minute it.'
  ],
  ['joke', 'knock knock', 'lol', 'Knock knock.\nWho’s there?\nBroccoli.\nBroccoli who?\nBroccoli doesn’t have a last name, silly!'],
  [
    'joke',
    'you know that you are a teacher when',
    'FW: You know you’re a teacher when... (funny!)',
    'You know you’re a teacher when you can drink your tea stone cold.\nYou know you’re a teacher when you say "Wash your hands" to your husband.\nYou know you’re a teacher when you have no life between September and July.\nYou know you’re a teacher when a free pen makes your day.'
  ],
  [
    'joke',
    'the top ten excuses',
    'FW: FW: Top ten excuses for no homework',
    'Enjoy!\n\n10. The dog ate it, and then the dog was sick.\n9. My hamster needed the paper.\n8. Aliens.\n7. My mum used it to light the barbecue.\n6. I gave it to a penguin.\n5. It was too good for you.\n4. I put it in the wash.\n3. Grandma is wearing it.\n2. What homework?\n1. You never said it was for this year.'
  ],
  [
    'joke',
    'a husband and a wife',
    'FW: married life',
    'A husband and wife are sitting in bed. "If I died," asks the wife, "would you marry again?" "Of course not, dear," says the husband. "Why not? Don’t you like being married?" "All right, I would," he sighed. "Would she use my golf clubs?" asked his wife. "No," he replied, "she is left-handed."'
  ],
  [
    'joke',
    'an Englishman, a Scotsman and a Welshman',
    'Fwd: Friday joke',
    'An Englishman, a Scotsman and a Welshman find a lamp. A genie comes out and gives them one wish each. The Englishman says, "Send me home!" and he is gone. The Scotsman says the same. The Welshman looks round and sighs, "It is lonely here. I wish my friends were back."'
  ],
  [
    'joke',
    'a blonde',
    'FW: hehe',
    'A blonde goes to the library and shouts, "Fish and chips, please!" "Madam," whispers the woman at the desk, "this is a library." "Sorry," whispers the blonde. "Fish and chips, please."'
  ],
  [
    'joke',
    'children’s answers in exams',
    'FW: Actual answers from exam papers - hilarious',
    'These are genuine exam answers, you have to laugh!\n1. Q: Name the four seasons. A: Salt, pepper, mustard and vinegar.\n2. Q: What happens to a boy when he reaches puberty? A: He says goodbye to his boyhood and looks forward to his adultery.\n3. Q: What is a terminal illness? A: When you are sick at the airport.'
  ],
  [
    'joke',
    'why did the chicken',
    'joke of the day',
    'Why did the skeleton not go to the disco? Because he had no body to go with! What do you call a snowman in July? A puddle. Boom boom!'
  ],
  [
    'joke',
    'a list of men and women',
    'FW: rules for husbands',
    '1. The wife always makes the rules.\n2. The rules may change at any time without notice.\n3. No husband can know all the rules.\n4. If the wife suspects that the husband knows all the rules, she must change some of them at once.\n5. The wife is never wrong.\n6. If the wife is wrong, it is because of a misunderstanding caused by something the husband did.'
  ],
  [
    'joke',
    'inside a long mail with signature and disclaimer',
    'FW: one for the staffroom ;-)',
    'Thought you might enjoy this.\n\nOne day a little boy asked his teacher, "Would you tell me off for something I did not do?" "Of course not," said the teacher. "Good," said the boy, "because I have not done my homework."\n\nKind regards\nOffice Manager\nExample Primary School, School Lane, Exampleton\nTel. 01632 960000\n\nThis e-mail is confidential and intended only for the person to whom it is addressed. If you have received it in error please delete it and let us know.'
  ],
  [
    'joke',
    'Welsh: a joke',
    'jôc doniol!',
    'Jôc y dydd: Pam aeth y sgerbwd ddim i’r ddawns? Doedd ganddo gorff i fynd gydag ef! Jôcs gwael, ond doniol iawn. Haha!'
  ],
  [
    'joke',
    'three stuck in a lift',
    'FW: haha for a Monday',
    'A vicar, a teacher and a plumber are stuck in a lift. "I shall pray," says the vicar. "I shall wait for the bell," says the teacher. "I shall send you both the bill," says the plumber.'
  ],
  [
    'hoax',
    'a girl and ten pence for each message',
    'FW: Don’t ignore!',
    'A little girl called Rosie has leukaemia and for every person who receives this message a company gives 10p towards her operation. Please do not delete it, send it to all your contacts.'
  ],
  [
    'hoax',
    'a pushchair in the road',
    'Fwd: School trip warning!!!',
    'A colleague whose brother is in the police says there is a new trick: they leave a pushchair in the road and when you stop, the gang drives off in your car. Never stop. Share with every mum you know.'
  ],
  [
    'chain',
    'a number and a crush',
    'fw: try it',
    'Think of a number, then of a person you like. Scroll down. Now send this to 8 people and at midnight your crush will call you. If you delete it you will be unlucky in love for 5 years.'
  ],
  [
    'joke',
    'the head and the shepherd',
    'FW: differences between a headteacher and a shepherd',
    'What’s the difference between a headteacher and a shepherd? The shepherd knows where his flock is. What do you call a teacher without a coffee? Dangerous!'
  ],
  [
    'petition',
    'history of the war',
    'FW: Please sign',
    'They want to stop teaching history of the war in all schools. Please sign at the end of this list, copy it into a new message and send it to everybody you know. 1. A Teacher, Leeds 2. B Parent, Hull'
  ],
  [
    'joke',
    'office rules',
    'FW: office rules LOL',
    '1. If it rings, put it on hold.\n2. If it clanks, call the caretaker.\n3. If it whistles, ignore it.\n4. If it is a friend, take a break.\n5. If it is the boss, look busy.'
  ],
  [
    'chain',
    'a prayer round the world',
    'Fwd: St Jude',
    'This prayer has been around the world. Say it nine times, send copies to nine friends and your wish will be granted before the ninth day. It has never been known to fail.'
  ],
  [
    'joke',
    'little Johnny',
    '',
    'Little Johnny comes home with his report. "Why are your marks so low?" asks his father. "Well, dad," says Johnny, "you know how it is after Christmas, everything is marked down."'
  ],
  [
    'hoax',
    'a mail that wipes the computer',
    'FW: new virus',
    'Heard on the radio this morning: if you get an e-mail with the title Budget Day do not open it, it wipes your computer and sends itself to all your contacts. Pass it on please.'
  ]
];
