/** Signs by name, each a list of lines: single words, or phrases (see `phrases`). Every word stands for its regular forms too. */
export type Signs = { readonly [name: string]: readonly string[] };

const pass = 'send|sent|forward|fwd|pass|share|repost|spread|email';
const it = 'this|it|dis|these|message|msg|letter|email|warning|info|news|word';
const all = 'everyone|everybody|all|every|many|bawb|pawb';
const everyone =
  'everyone|everybody|friend|frnds|people|ppl|person|contact|family|mates|parent|mum|mom|mother|women|ladies|girl|sister|loved|user|driver|ffrindiau|teulu';
const you = 'you|u|ur|your';
const not = 'dont|don|not|never|cannot|cant|wont|no|without';
const few = 'deg|ddeg|three|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|#';
const luck = 'luck|lucky|fortune|wish|miracle|blessing|blessed|dream|prayer|curse';
const doom = 'die|kill|cursed|haunted|doomed|lonely|suffer|ruined';
const happen = 'happen|come|true|granted|opposite';
const ignore = 'delete|ignore|break|broke|keep|stop|kill';
const real = 'true|real|genuine|joke|hoax|scam|junk|fake|urban|kidding';
const virus = 'virus|worm|trojan|hacker|hacked';
const destroy = 'destroy|erase|wipe|delete|burn|crash|damage|infect|hack|format';
const mail = 'email|mail|message|attachment|file|video|call|request|link|contact';
const give = 'pay|donate|give|receive|win|earn|get|track|trace';
const gift = 'cent|p|pence|dollar|pound|money|cash|laptop|phone|voucher|gift|cheque|holiday|computer';
const child = 'child|girl|boy|kid|baby|daughter|son|brother|sister|children|old|year';
const ill = 'missing|kidnapped|abducted|disappeared|dying|cancer|tumour|leukaemia|transplant';
const danger = 'gang|thief|thieves|robber|rapist|attacker|criminal|kidnapper|burglar';
const poison = 'cancer|toxins|toxic|poison|hiv|stroke|lethal|died|hospital';
const list = 'list|bottom|end|top|below|petition|number';
const th = '50th|100th|200th|500th|1000th';
const person =
  'man|men|woman|women|guy|boy|girl|lady|couple|husband|wife|mother|father|son|kid|child|blonde|barman|bartender|doctor|lawyer|priest|rabbi|vicar|pastor|nun|pope|teacher|pupil|inspector|student|engineer|psychiatrist|farmer|golfer|policeman|officer|judge|boss|genie|parrot|horse|duck|bear|dog|cat|chicken|elephant|cow|ghost|scotsman|irishman|englishman|welshman|grandmother|soldier|friend|brother|secretary|santa';
const clown =
  'husband|wife|blonde|lawyer|chicken|skeleton|elephant|cow|dog|cat|duck|god|santa|redneck|engineer|vampire|ghost|golfer|boss|dentist|men|women|teacher';
const said = 'says|asked|replied|answered|explained|shouted|yelled|cried|whispered|exclaimed|sighed';
const talked = `said|told|tells|${said}`;
const does = `walk|goes|went|was|were|is|are|had|has|having|comes|came|calls|called|decided|sitting|met|dies|died|took|takes|found|gets|got|saw|${talked}`;

/**
 * What a reader knows chain letters, hoaxes and petitions by. The key names the sign in the evidence; a line of one step counts single words,
 * any other is a phrase (see `phrases`).
 */
export const chainSigns: Signs = {
  'asks-to-pass-on': [
    `${pass} ..2 ${it} ..2 to|2|with|among ..3 ${everyone}|${all}`,
    `${pass} ..1 on|along|to|2 ..1 to|2|${all}|as|with ..3 ${everyone}|know|can`,
    `tell|warn|alert|contact ..1 ${all} ..3 ${you}|about`,
    'as many|fast|quickly|soon ..2 people|friend|ppl|others|possible|you ..1 as|can|know',
    `to|2 all|every ..1 ${you}|my|the ..2 ${everyone}|list`,
    'keep this|it ..2 going|moving|alive',
    `${everyone} ..3 ${you}|my ..2 address|contact|email|mailing ..1 book|list`,
    'spread the|this ..1 word|news|warning|message',
    'anfonwch|rhannwch ..6 bawb|pawb|ffrindiau|teulu',
    'everyone|every|people|friend ..1 you|u ..1 know|love|care'
  ],
  'how-many-how-soon': [
    `to|2|least|with|tag|another ${few} ..2 ${everyone}|special`,
    `${few} ..1 friend|ppl|person|contact|ffrindiau`,
    `to ${few} ..1 people`,
    `people ${you}`,
    `in|within|after|next ..2 ${few} minute|min|hour|day|midnight ..4 ${you}|of|or|it|will|something`,
    `tonight|tomorrow|midnight ..3 will|best|something|love|${doom}`
  ],
  'promises-luck': [
    `luck|fortune|wish|dream|prayer ..3 will|${happen}`,
    'bad luck',
    'cewch|gewch|gaiff|bydd ..5 lwc|anlwc|dymuniad',
    `will|be|you|u ..2 ${doom}|${luck}`,
    `something|special ..1 good|great|wonderful|special|nice|bad ..1 will|${happen}`,
    `see|get|expect|receive|have ..3 ${luck}|happen`,
    'best ..1 of|day your|ur|of ..1 life|your',
    'make a|your wish',
    'goes around comes|goes',
    'happen ..2 #|fourth|next ..1 day|minute'
  ],
  'forbids-breaking': [
    'break|broke|broken|join|start|continue|torri|dorri|thorrir|torrwch ..2 chain|gadwyn',
    `if you|u ..1 ${not} ..2 ${pass}|believe|copy`,
    `unless you|u ..2 ${pass}|copy`,
    `${not} ..1 ${pass}|break ..1 ${it}|on`,
    `if you|u ..1 ${ignore}|love|believe|care ..4 ${pass}|chain`,
    `${not} ..2 ${ignore} ..1 ${it}|chain`,
    'most|some|# ..2 people|of|you ..3 wont|not|ignore|scroll ..3 this|it|copy|repost',
    'see|let|know|wonder ..3 who|many ..4 care|forward|share|copy|reads'
  ],
  'vouches-for-itself': [
    `this|it|thing|story|message is|isnt ..3 ${real}`,
    `not|isnt|no ..1 a|an|some ..1 ${real}`,
    'this|it|really actually|really|truly work|happened',
    `thought this|it was ..2 ${real}`,
    'i|we ..1 dont|never ..1 normally|usually|often ..2 send|forward|pass',
    'read ..2 carefully|whole|entire|end|until',
    'a|my|our ..1 friend|cousin|brother|sister|neighbour ..1 who|whose ..1 works|is|nurse|doctor|officer',
    'microsoft|facebook|whatsapp|google|police|fbi|hospital|nasa|bbc|heddlu ..2 announced|confirm|warn|issued|verified'
  ],
  'comes-back': [
    'whoever|person|one|friend ..1 who|that|sent ..1 sent|gave ..2 this|it|you|to',
    `${pass} ..2 ${it}|one|back ..1 back|to|2 ..1 to|me|person|sender ..1 me|who|that|sent`,
    'see|know how|what|wat many|you|u ..4 back|get|receive|forward',
    'if|including|even you|u|me|i ..2 get|receive|am ..4 back|them|me'
  ],
  'copy-and-paste': [
    'copy and|n|then paste|repost|send|share',
    `repost ${it}|if|as`,
    'paste ..3 status|wall|your|new|their|profile',
    'as|on|to ..2 your|ur|my|their ..1 status|wall|timeline',
    `tag|nominate|challenge ${few} ..1 ${everyone}`,
    'inbox|dm|message me ..1 and|ill|for|if'
  ],
  'virus-scare': [
    `${not} ..1 open|download|accept|click|answer ..4 ${mail}`,
    `if you|u ..1 receive|get|open|see|answer|click ..6 ${virus}|${destroy}`,
    `new|worst|dangerous|deadly|terrible ..2 ${virus}`,
    `${virus}|it ..1 will|that|which|can ..3 ${destroy}`,
    `${destroy} ..3 drive|disk|hard|computer|phone|file|account ..1 drive|disk|everything|immediately`,
    `${virus} ..6 address|cure|remedy|detected|contact`,
    'account ..3 deactivated|deleted|closed|hacked|charged',
    'be deactivated'
  ],
  'pays-to-forward': [
    `for every|each ..3 person|people|time|forward|email|message|share|friend ..6 ${pass}|${give}`,
    `will|to|is|are ..1 ${give} ..4 # ..2 ${gift}|for|every|per|each`,
    `can|will ..2 track|trace ..3 ${it}|who|everyone`,
    `free|new ..2 ${gift} ..4 to|if|for|by|each|every`,
    `${give} ..1 away|out|free|a ..3 #|${gift} ..4 if|for|every|people|from|send|forward`,
    'beta|email track|test|tracing'
  ],
  'begs-for-somebody': [
    `${ill} ..5 ${child}`,
    `${child} ..4 ${ill}`,
    'last|dying|final ..1 wish|request',
    'month|week|days to live',
    'only|will|just ..1 take ..3 second|minute|moment|click ..2 to|of|and',
    'please|pls|lets ..1 pray|light|say|join ..2 for|us|her|him|prayer|candle|together ..2 prayer|candle|her|him|them|together',
    'say|light|offer|pray ..1 a|one|this|for|4 ..2 prayer|candle|her|him|them',
    'if it|she|he was|were ..1 your',
    'cancer society'
  ],
  'warns-of-danger': [
    'warning|danger|urgent|beware|attention ..1 to|all|of|please ..1 driver|parent|women|ladies|owner|girls|everyone',
    'please|pls|plz ..1 be|take ..1 careful|vigilant|care ..2 this|of|and|out',
    `cause|linked|contain|leads ..3 ${poison}|lead`,
    'never|stop|avoid|dont ..1 drink|eat|microwave|freeze|taking|buy|flash ..6 plastic|bottle|containing|car|from|light',
    `${danger} ..6 car|${you}|initiation|house|door|target|women|window`,
    `new|latest|clever ..2 scam|trick|craze|${danger}`,
    `${poison}|spider|needle|syringe|razor ..6 ${poison}|seat|bite|blade|plastic`,
    'police|emergency|ambulance will|number|service ..3 dispatched|alerted|immediately',
    `${not} flash|drink|microwave|freeze|swallow`,
    'boycott|not|dont ..2 buy|purchase ..5 petrol|gas|any ..3 from|until|on',
    'dial|enter|press ..2 #|pin ..4 reverse|backwards|police|emergency',
    'could|may|might|can|will|at ..1 save|least ..2 life|lives'
  ],
  'signs-and-forwards': [
    `add|sign|put|type|write|move ..1 ${you}|ones|the name|signature ..3 to|at|on|in|and|here|${list}`,
    `add|sign ..2 this|it|petition|name ..3 and|then ..2 ${pass}`,
    `petition ..5 ${pass}|copy ..2 on|to|it|this`,
    `if|are|every|be ..4 #|${th} ..1 person|name|signer ..2 to|sign|please|send`,
    `${th} ..1 person|name|signer`,
    'the|we undersigned',
    'copy ..5 new|fresh|blank ..1 email|message',
    'ychwanegwch ..2 enw'
  ],
  'chain-game': [
    'this|its|a|fun|little ..2 game|quiz ..4 send|friend|answer|know|copy|love',
    'answer|reply|rply ..2 same|enemy|honestly|truthfully',
    'delete|change|erase my|all ..1 answers',
    'look for ..1 mistake|letter',
    'world|national|today|its|happy ..2 friend|friendship|daughter|son|sister|hug|accept ..1 day|week',
    'only|happen|unique|once ..4 once|every|in ..1 # year',
    'type|comment|write ..1 amen',
    'name|person ..3 at|to|in|is|on ..2 bottom|top|first|number ..3 list',
    'send|buy|post|mail ..5 #|one|book|recipe|gift|bottle|poem ..5 to ..3 name|person|stranger|list|first',
    'receive|get ..3 #|hundred|thousand ..3 book|recipe|gift|poem|bottle|card|postcard',
    'book|recipe|gift|poem|card|taking ..3 exchange|swap',
    'make|earn|turn ..3 money|thousand|# ..3 fast|into|quick|easy',
    'pyramid|ponzi scheme',
    'best|true|special|dear|all ..1 friend|friendship'
  ],
  'calls-on-faith': ['god|jesus|christ|lord|angel|prayer|pray|bless|amen|faith|miracle|duw|iesu']
};

/** What a reader knows jokes and funny lists by. */
export const jokeSigns: Signs = {
  'called-funny': [
    'funny|hilarious|humour|humor|giggle|chuckle|jotd|qotd|joke|pun|funnier|funniest|doniol|jôc|jôcs',
    'thought|think|hope ..1 you|youd|all ..1 would|might|may ..2 enjoy|like|appreciate',
    'made|make|gave|give|need|for|get ..1 me|you|us|a|my ..1 laugh|smile|giggle',
    'had to ..1 share|send|forward|pass ..1 this|it',
    'cheer ..1 up',
    'moral ..1 of|the|story|one|dont|never'
  ],
  laughs: ['lol|rofl|lmao|haha|hahaha|hehe|ha'],
  'stock-opening': [
    `a|an|this|two|2|three|3|one ..3 ${person} ..5 ${does}`,
    `one|1 day|morning|evening|night ..5 he|she|god|little|${person}`,
    `once|there was|a|upon ..2 ${person}|king|time|woke`,
    'when i|you ..1 was|were born',
    'solve|guess ..1 case|riddle|who'
  ],
  riddle: [
    `walk|goes|went ..1 into|to|in ..2 bar|pub|heaven|${clown}`,
    'knock knock',
    `why did|do|does ..1 the|a ..1 ${clown}`,
    'what do|did|does ..1 you|u|the|of ..1 call|get ..2 a|an|when|if',
    `difference ..2 between ..5 ${clown}`,
    'how many ..6 take|change|screw ..2 change|screw|to|a',
    'change|screw ..3 bulb|lightbulb',
    'pam aeth|wnaeth|mae ..1 y|yr',
    'doctor|waiter doctor|waiter',
    'you know ..1 youre|are|its ..1 a|an|getting|old|from|when|teacher',
    'three wishes',
    'saint|st peter',
    'dies|died and|goes ..1 goes|went|to ..2 heaven|hell',
    'whats|what ..1 do|does ..5 and|in ..2 common',
    'did you|ya hear about ..1 the'
  ],
  'comic-figure': [
    'barman|bartender|blonde|bride|brunette|bubba|clergyman|drunk|dude|dumb|englishman|genie|golfer|honeymoon|idiot|irishman|johnny|lightbulb|mistress|moron|nudist|physicist|pope|psychiatrist|redhead|redneck|scotsman|shrink|texan|welshman'
  ],
  'stock-character': [
    'attorney|beer|bloke|boyfriend|cop|dating|divorce|elderly|fellow|girlfriend|god|golf|grandfather|grandma|grandpa|granny|husband|lawyer|marriage|married|mommy|parrot|pastor|plumber|policeman|priest|pub|romantic|teenager|toilet|vicar|waiter|wife|wives|santa|bear'
  ],
  'funny-list': [
    'top|# ten|10|twenty|five|reason|way|thing|sign|excuse|rule|lies ..1 reason|way|thing|sign|excuse|why|you|men|women',
    `reason|rule|sign|excuse|guide|history|dictionary|lesson|prayer|ode|poem ..1 why|of|for|to|you|from|by|about|between ..3 ${clown}|parent|life|beer|marriage|love|medicine|teenager|chocolate|office`,
    'survived|born|those ..4 1940s|50s|60s|70s|1970s|1980s|80s',
    `if ${clown} ..5 were|ruled|ran|built ..4 would`,
    'actual|real|genuine|these|following ..2 exam|answers|headline|excuse|note|complaint|comment|letter|quote ..2 from|of|by|on|made',
    'ever|you wonder|notice ..2 why|how|that'
  ]
};

/** What speaks for ordinary mail: lists, code, work, news, notices about hoaxes. */
export const plainSigns: Signs = {
  'he-and-she': ['he|she|his|her|him|hes|shes|hers'],
  'forwarded-often': ['forwarded by|message', 'original message', 'begin forwarded', 'fw|fwd fw|fwd'],
  list: ['unsubscribe|subscribe|subscription|mailman|listinfo|newsletter|digest|subscriber|blog|post|thread'],
  technical: [
    'http|www|html|server|linux|perl|install|package|patch|bug|code|script|function|version|database|source|software|file|variable|error|license|copyright|wrote|writes'
  ],
  trade: [
    'deal|gas|contract|volume|invoice|payment|price|market|trade|energy|agreement|legal|company|business|customer|sales|manager|budget|project|report|schedule|meeting|conference|director|draft|review|attached|regarding|update|group|team|issue|request|available|order|offer|contact|system|support|service|research|university|department|staff'
  ],
  school: [
    'scene|script|rehearsal|pupil|governor|headteacher|consent|lesson|homework|assembly|timetable|safeguarding|ofsted|estyn|inset|gcse|curriculum|attendance|minibus|reception|parentpay|pta|raffle|classroom|tutor|colleague|staffroom|agenda|minutes|policy|training|trip|term|deadline|disgyblion|detention|deputy|duty|incident|behaviour|registration|parent|carer|hall|rota|coach|ticket|donation|fair|competition|entry|school|year|children|family|pe|playground|witness|site'
  ],
  'about-hoaxes': [
    'hoaxes|scams|phishing|slide|plenary|spam|spammer|legends|snopes|fraudulent',
    'chain letters|messages|emails',
    'online|internet|e safety',
    'talk to your',
    'is a hoax|scam',
    'message says|said|threatens|threaten',
    'policy ..4 allow|forbid',
    'it|helpdesk support|desk',
    `${not} ..2 forward|pass|share|send ..2 chain|these|such|them|hoax|suspicious|any`
  ],
  'says-not-to': [
    'please|and|so|but ..1 do|dont|never ..1 not|never|ever|forward ..1 forward|pass|spread|them|it|chain',
    'not|dont|never forward ..2 it|them|such|these|chain|hoax|message',
    'delete it|them and|or|do|if|in|without'
  ],
  'to-colleagues': [
    'forward|pass|send|share|circulate ..3 this|it|them|information|link|letter|details|on ..2 to|with ..3 team|staff|colleague|department|group|class|form|tutor|governor|office|partner|finance|pupil|carer|someone|whom|him|her|me|member|students',
    'let|please ..1 me|us ..1 know',
    'feel free',
    'if you have|need|would ..2 question|any|further|like',
    'see|find|please ..2 attached|below|enclosed',
    'thanks|regards|sincerely|cheers|thank'
  ],
  dates: [
    'monday|tuesday|wednesday|thursday|friday|saturday|january|february|march|april|june|july|august|september|october|november|december|am|pm|term|week|deadline|tonight|tomorrow'
  ],
  'asks-of-work': [
    'please|could|can|would ..1 you|i ..2 tell|let|send|bring|give|ring|speak|check|come|have|reply|return|put|do|read|help|see',
    'please ..1 bring|return|ring|check|remind|reply|read|give|order|take|contact|tell|talk|ask|write|add|sign',
    'have|has been told|informed|logged|asked',
    'i ..1 told|asked|said|spoke|have|had|was|am|would|should|shall|replied',
    'tell|told|ask|ring me|us|him',
    'his|her|their ..1 parent|mum|mother|father|dad|carer|teacher|form|class',
    'need|should ..2 know|bring|be|to|give',
    'will|we be|have|need|shall'
  ]
};
