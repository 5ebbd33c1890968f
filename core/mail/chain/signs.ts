const pass = 'send|sending|sent|forward|forwarding|fwd|pass|passing|share|repost|spread|email|mail|text|circulate';
const it = 'this|it|dis|these|message|msg|letter|email|warning|info|information|word|news';
const everyone =
  'everyone|everybody|friends|frnds|frens|people|ppl|persons|pple|contacts|family|families|relatives|mates|buddies|parents|mums|moms|mothers|women|ladies|girlfriends|loved|recipients|users|phonebook|owners|drivers';
const not = 'dont|don|not|didnt|doesnt|never|cannot|cant|wont|no';
const child = 'child|girl|boy|kid|baby|daughter|son|teen|teenager|brother|sister|children';
const firm =
  'microsoft|aol|ibm|intel|cnn|bbc|norton|mcafee|symantec|hotmail|yahoo|facebook|whatsapp|instagram|tiktok|snapchat|google|nasa|police|fbi|hospital|doctors|crimestoppers|crimewatch|sheriff|yard|nokia|ericsson|disney|gates|zuckerberg|apple|scientists|unicef|court|stoppers|heddlu|nspcc';
const few = 'three|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|fifty|#';

/**
 * What a reader knows chain letters, hoaxes and petitions by. The key names the sign in the evidence; a line of one step counts single words,
 * any other is a phrase (see `phrases`).
 */
export const chainSigns: { readonly [sign: string]: readonly string[] } = {
  'asks-to-pass-on': [
    `${pass} ..2 ${it} ..2 to|2|with|among|around ..3 ${everyone}|all|many`,
    `${pass} ..1 on|along|to|2|onto ..1 to|2|all|every|as|with ..3 ${everyone}`,
    `${pass} ..1 to|2 ..1 all|everyone|everybody|every|ur|as ..3 ${everyone}|know|many|you|u|can`,
    `tell|warn|alert|inform|notify ..1 everyone|everybody|everyone|all|others ..3 you|your|ur|about|friends|family|it|this`,
    'as many people|friends|ppl|others|contacts ..1 as',
    'to|2 all|every ..1 your|ur|my|the ..2 friends|frnds|contacts|list|lists|loved|people|women|mums',
    `${pass} ..1 ${it} ..2 as fast|quickly|soon|widely|far ..1 as`,
    'keep this|it ..2 going|moving|alive',
    'must|please|to ..2 contact|warn|email|inform ..1 everyone|everybody|all',
    'everyone|all|people|contacts|friends ..3 your|ur|my ..2 address|contact|contacts|email|mailing|buddy|friends ..1 book|list|lists',
    'spread ..1 the|this word|news|warning|message',
    'every|all ..1 woman|women|girl|man|parent|parents|driver|drivers|female|females|hotmail|user ..1 you|that|u|in ..1 know|can|care',
    'anfonwch|rhannwch ..4 bawb|pawb|ffrindiau|bobl|teulu',
    'everyone|everybody|people|friends|all ..1 you|u ..1 know|love|care'
  ],
  'please-forward': [
    'please|plz|pls|kindly|just|nw|must|should|urgent ..2 send|forward|fwd|pass|share|repost|spread|circulate|copy ..1 this|it|dis|on|message|msg|along',
    'pass|send|forward|fwd ..1 this|it|dis|message on|along|around',
    'hit|press|click ..1 forward|fwd|share',
    'pass|send|forward|fwd|share ..2 to|with ..1 others|anyone|anybody'
  ],
  'counts-people': [
    `to|2|least|with|another|tag ${few} ..2 ${everyone}|guys|girls|special`,
    `${few} ..1 friends|frnds|ppl|persons|pple|contacts`,
    `${few} ..1 or more people|friends`,
    `to ${few} ..1 people`,
    `people you|youre|u|then|you`
  ],
  'sets-deadline': [
    `in|within|after|nxt|next ..2 ${few} minutes|minute|mins|min|hours|hrs|seconds|secs|days ..4 you|u|your|or|of|something|wish|when|it|will|special|your|and|miracle`,
    'tonight|2nite|tomorrow|2mrw|midnight ..3 you|will|best|your|u|something|is|love ..2 unique|die|best|day|love|call|happen|miracle|favor|kiss'
  ],
  'promises-luck': [
    'luck|fortune ..1 will|if|comes|has|is|come',
    'bad luck',
    'good|great ..1 luck will|to|is|and|for ..1 come|follow|you',
    'goes around comes|goes',
    'next|tonight|who ..2 cursed|dies|victim',
    'life|love ..3 improve|ruined|change|changes ..1 drastically|slightly|forever|for|to',
    'happen|happens|happened ..2 #|fourth|4th|next ..1 day|days|minutes',
    'years|bring|brings|bringing|receive ..2 luck|fortune|misfortune|curse',
    'wish|wishes|dream|dreams|prayers ..3 true|granted|answered|opposite',
    'will|wil|shall|be ..2 blessed|lucky|cursed|haunted|unlucky|miracle|killed|sorry',
    'you|u|ur|your ..3 die|killed|cursed|doomed|haunted|miracle|blessed|blessing|blessings|repent|suffer|lucky',
    'something|smthing|special ..1 good|great|wonderful|special|nice|bad|terrible ..1 will|happen|happens|is',
    'see|get|expect|experience|receive|wait ..3 miracle|miracles|happen|happens|surprise|shock|blessing',
    'love of your|ur life',
    'best day of',
    'make|mak a|ur|your|one wish',
    'blessed|fix|blessing|blessings with|is|two|coming'
  ],
  'forbids-breaking': [
    `break|broke|breaks|broken|join|start|continue ..2 chain`,
    `if you|u ..1 ${not} ..2 send|forward|fwd|pass|repost|believe|share|break`,
    `${not} ..1 send|sending|sent|repost|forward|forwarding|pass|passing|break ..1 this|it|dis|on|the`,
    'if you|u ..1 ignore|delete|break|love|believe|care|support ..4 send|forward|pass|repost|share|fwd|chain',
    `${not} ..2 delete|ignore|break|keep|tear|discard ..1 this|it|dis|chain|until|letter`,
    `please|pls|plz ..1 ${not} ..1 delete|ignore|break|laugh`,
    '# percent|of|people ..3 will|wont|have ..2 send|repost|pass|copy|share|not',
    'most|some ..2 people|ppl|of|you ..3 wont|not|ignore|scroll ..3 repost|copy|share|forward|this|it|post',
    'see|let|lets|know|wonder ..3 who|many|brave|cares|really ..4 forward|forwards|share|repost|copy|read|reads|care|pass'
  ],
  'vouches-for-itself': [
    'this|it|thing|msg|story|message|warning is|isnt ..3 true|genuine|joke|hoax|urban|legit|scam|junk',
    `not|isnt|no|aint|nor ..1 a|an|some ..1 joke|hoax|prank|junk|kidding`,
    'for real',
    'this|it|really actually|really|truly|does|it works|worked|happened|work',
    'thought this|it was ..2 scam|hoax|joke|fake',
    'not|dont ..2 take|treat ..2 this ..2 lightly|junk|joke',
    `i|we ..1 dont|never|not ..1 normally|usually|often ..2 send|forward|pass|do|forwards`,
    'checked|verified|confirmed ..4 snopes|legitimate|hoax|norton',
    'nothing|what|worth to|have ..3 lose',
    'read ..2 carefully|whole|entire|end|all|until|till'
  ],
  'comes-back': [
    'whoever|person|one|friend ..1 who|that|sent ..1 sent|sends|gave ..2 this|it|you|to',
    'send|sent|pass|text|forward ..2 it|this|dis|one|back ..1 back|to|2 ..1 to|2|me|person|sender ..1 me|who|that|person|sent|sender',
    'see|know|count how many ..4 back|get|receive|forward|send',
    'if|including|even you|u|me|i ..2 get|receive|am ..4 back|them|me',
    'better|want|hope ..2 get|see ..2 it|this|back ..1 back'
  ],
  'copy-and-paste': [
    'copy and|n|then paste|repost|send|post',
    'copied and pasted',
    'repost|reposted|reposting this|it|or|to|if|as|dis|and',
    'paste ..3 status|wall|your|new|their',
    'copy ..2 it|this|text|message ..2 paste|repost|pass',
    'rights|permission|consent ..6 personal|photos|pictures|profile|content|copyright',
    'as|your|a ..1 status ..3 see|just|only|color|colour',
    'as your|ur|my status',
    'put|post|set|share|change|like|likes ..3 your|ur|my ..1 status|wall|profile|timeline',
    'on your|ur|my wall|timeline|profile|status|story',
    'tag|nominate|challenge # ..1 friends|people|others|mums|ladies',
    'nominated|tagged|challenged ..1 by|to|you',
    'inbox|dm|comment|message me ..1 and|for|if|with|ill|your',
    'not|dont just|share|only ..2 share|like|copy'
  ],
  'claims-authority': [
    `${firm} ..2 announced|announcd|confirmed|confirms|warned|warns|warning|issued|discovered|advise|urges|says|giving|sharing|classified|headquarters|running|distributing|asking`,
    `announced|confirmed|discovered|verified|issued|broadcast|broadcasted|seen|classified|circulated|sent|warning|alert|received|came ..2 by|on|from|at ..2 ${firm}|news|television|tv|newspapers|lawyer|army|officer|radio|oprah|medical|friend`,
    'a|my|our ..1 friend|cousin|brother|sister|neighbour|neighbor|colleague|husband ..1 who|whose ..1 works|told|is|nurse|doctor|officer|lawyer',
    'information|info|message|warning|email is|was|has ..2 being|been ..1 circulated|broadcast|broadcasted|confirmed|verified|announced',
    'by law'
  ],
  'virus-scare': [
    `${not} ..1 open|download|accept|click|answer ..4 email|mail|message|attachment|call|calls|video|file|friend|request|anything`,
    'if you|u ..1 receive|get|open|see|answer|click|accept ..6 delete|virus|hang|erase|hack|hacked|immediately|burn|crash',
    'new|worst|dangerous|destructive|deadly|terrible|horrible|nasty ..2 virus|worm|hacker',
    'virus|worm|it|trojan ..1 will|that|which|can ..3 destroy|destroys|erase|erases|wipe|wipes|crash|eat|burn|infect|attack|ruin|damage',
    'destroy|destroys|erase|erases|wipe|wipes|burn|burns|damage|damaging|eat|lose|hack|delete|deletes ..3 hard|disk|disc|computer|phone|system|everything|sector ..1 drive|disk|disc|everything|c|computer|phone|system',
    'virus|worm|infected ..6 everyone|everybody|contacts|address|addressbook|friends|cure|remedy|vaccine|detected|undetected',
    'not|no|cannot|isnt ..3 detected|detect|recognise|recognize ..1 by|norton|mcafee|it|this',
    'remove|delete ..1 it ..2 immediately|today|from|now|yours',
    'wipes|wipe|erases|destroys|deletes|burns|eats ..1 out ..1 all|whole|everything|your|the',
    'account|accounts ..3 deactivated|deleted|closed|hacked|cloned|charged',
    'deactivated|hackers|hacker|activate ..3 account|unless|if|you|contacts|your'
  ],
  'pays-to-forward': [
    'for|from every|each ..3 person|people|time|forward|email|mail|message|share|friend|recipient|copy|one ..6 forward|forwarded|forwards|send|sent|sends|receives|receive|donate|pay|pays|share|passed',
    'will|to|and|is|are|can ..1 pay|donate|give|donating|giving|credit ..4 # ..2 cents|cent|pence|p|for|every|per|each|dollars|pounds',
    'can|will|is|are ..2 track|trace|tracking|tracks ..3 this|it|email|mail|who|message|forward',
    'free|new ..2 laptop|phone|laptops|phones|vouchers|voucher|clothes|hamper ..4 to|if|for|send|forward|you|by',
    'giving|give|gives|gave|distributing|distribute|sending ..1 away|out|free ..3 free|#|laptop|laptops|phones|vouchers|fortune|computers|computer',
    'beta|email|mail tracking|trace|test|tracing|tracker',
    'track|tracks|tracking|traces everyone|who|every|this|people|it',
    'receive|win|get|receives|given ..2 free|$|# ..1 trip|vacation|laptop|laptops|phone|gift|holiday',
    'this|it|message|email ..2 is|was|gets ..1 forwarded|sent|opened|passed ..1 to|on',
    'gift certificate|certificates|voucher|vouchers|card|cards ..4 forward|send|sent|if|for|every|people',
    'contact you ..3 address',
    'receive|get|got|received ..1 a|my|your check|cheque ..3 for|from|of'
  ],
  'begs-for-somebody': [
    `missing|disappeared|abducted|kidnapped ..5 ${child}|year|yr|yrs|since|years`,
    `${child}|old ..4 missing|kidnapped|abducted|dying|leukaemia|leukemia|tumor|tumour|burned|transplant|cancer`,
    `dying|ill|terminal|terminally ..4 ${child}|wish|cancer|young|request`,
    'last|dying|final ..1 wish|request',
    'months|weeks|days to live',
    'only|will|just ..1 takes|take|takes ..3 second|seconds|minute|minutes|moment|click ..2 to|of|and',
    'please|plz|pls|lets|kindly ..1 pray|light|say|join ..2 for|us|her|him|prayer|candle|together|chain|4|this ..2 prayer|candle|her|him|chain|family|together|prayers|them',
    'pray|prayer|prayers|candle|praying ..1 for|4|chain|circle|vigil',
    'say|light|offer a|one|this ..2 prayer|candle|candles',
    'blood ..2 needed|required|donor',
    'if it|she|he was|were ..1 your|yours',
    'moment of|in ..1 support|prayer',
    'step|stand|go|light ..4 candle|candles|united|doors|outside',
    'wish foundation',
    'guinness ..3 record|records',
    'anyone anywhere knows',
    'prayers|prayer ..2 need|needed|needs|request|requests',
    'cancer society'
  ],
  'warns-of-danger': [
    `warning|attention|beware|alert|danger|urgent ..1 all|of|for|please|dog|women|ladies|girls ..1 all|drivers|parents|women|ladies|owners|users|girls|car|people|read|dogs|everyone|forward|new|this`,
    `please|pls|plz ..1 be|take|stay|heed ..1 aware|careful|care|vigilant|safe|warned|this|seriously ..2 this|of|out|when|warning|all|everyone|there|and`,
    'causes|cause|causing|linked|leads|contains ..3 cancer|stroke|death|toxins|lead|dioxin|dioxins|carcinogens|poisonous',
    'never|always|stop|avoid|dont ..1 drink|eat|microwave|freeze|buy|take|taking|eating|drinking|flash|pull ..6 plastic|bottles|bottle|containing|driver|microwave|freezer|car|ingredient|headlights|medications|cold|hot',
    'gang|gangs|robber|robbers|thief|thieves|rapist|rapists|attackers|kidnappers|carjackers|jackers|murderer|burglars|paedophile|paedophiles|traffickers ..6 car|women|your|initiation|door|children|house|window|van|out|night|keys',
    'new|latest|clever ..2 scam|trick|scheme|craze|gang|initiation',
    'crime|gang|criminals|thieves|robbers|ring|scammers ..3 targeting|target|targets|using|rob|drug',
    'initiation|induction ..2 game|rite|ritual|member',
    'carcinogen|carcinogens|toxins|dioxin|poisonous|lethal|ether ..6 cancer|die|death|body|you|water|plastic|pass',
    'wakes|woke|waking|wake ..6 tub|bath|ice|kidney|kidneys|sewer|naked',
    'thing|something|drug|sweets|candy ..3 going ..2 schools|school|round',
    'do|dont ..1 not|dont ..1 flash|drink|microwave|freeze|swallow|touch|sniff|smell',
    'if|remember everyone|the ..3 who|letters|first|1st ..3 gets|str|three|steps|symptoms|reads',
    'save at least one|a',
    `${child}|woman|man|lady|people ..3 died|dead|hospital ..4 after|from|because ..3 drinking|eating|using|bitten|spider|bite`,
    'police|emergency|ambulance will|number|services ..3 dispatched|alerted|dispatch|immediately',
    'dial|dialling|enter|entering|press ..2 #|pin ..4 reverse|backwards|police|emergency|help',
    'could|may|might|will ..1 save|saved ..2 life|lives|yours',
    'boycott|not|dont ..2 buy|purchase ..5 gas|petrol|gasoline|any|from|products ..3 from|on|petrol|company|until|ever',
    'syringe|syringes|needle|needles|razor ..6 hiv|aids|infected|seat|seats|blades|blade|cinema|slide',
    'people ..1 dont|do ..1 not|dont ..1 know|realise ..3 this|it|about|exists|exist'
  ],
  'signs-and-forwards': [
    'add|sign|put|type|write|append|adding|signing ..1 your|ur|ones name|names|signature ..3 to|at|on|in|below|and|bottom|end|list|here',
    'add|sign ..2 this|it|petition|list|name|names ..3 and|then ..2 send|forward|pass|list|bottom',
    'petition ..5 forward|pass|copy|bottom|circulate|circulated|forwarding',
    `bottom|end of ..1 list|names|petition|page ..3 and|send|name|forward`,
    'if|are|every|be|youre ..4 #|50th|100th|150th|200th|250th|300th|400th|500th|700th|1000th ..1 person|signature|name|signer ..2 to|sign|signing|on|please|send|forward|signed',
    '50th|100th|150th|200th|250th|300th|400th|500th|700th|1000th ..1 person|name|signature',
    'the|we undersigned',
    'sign ..1 to|this|below support|and|if|please',
    'in|by signing this|below|we',
    '# ..1 names|signatures|signers|signees',
    'not|dont ..1 kill|stop|end ..1 petition|list|the|it',
    'next|last|already ..1 signed|signatures|signature',
    'copy|copying ..5 new|fresh|blank ..1 email|message|mail',
    'instead|rather ..2 forwarding',
    'copy|paste ..2 do|dont ..1 not|just|forward ..1 forward',
    'ychwanegwch ..2 enw'
  ],
  'pyramid-list': [
    'names|name|address|list|position|person|people ..3 at|to|on|from|in|is ..2 top|bottom|first|number ..3 list|letter|position|name',
    'add|put|move|place|swap|replace|remove ..3 name|address|names|mine|yours ..5 bottom|position|top|mine|up|yours|#',
    'send|mail|post|give|buy ..5 $|#|one|pound|book|books|gift|bottle|recipe|poem|sticker|stickers|postcard|dishcloth ..5 to|the|each|person|name|a ..3 first|top|name|person|names|stranger|list|number|someone|secret|each',
    'receive|get|receiving|youll ..3 #|hundreds|up|thousands|roughly|many ..3 books|gifts|poems|recipes|postcards|packages|bottles|letters|stickers',
    'participate|participants|taking|looking|interested|join ..5 exchange|swap|pyramid',
    'book|gift|recipe|poem|postcard|wine|cookie|sticker|happiness|secret ..1 exchange|swap',
    'make|earn|earning|turn|generate|made ..3 money|cash|dollars|thousands|income|# ..3 fast|quick|weeks|easy|into|days',
    'pyramid|ponzi|multi ..1 scheme|level'
  ],
  'chain-game': [
    'this|its|a|fun|little|valentine|try ..2 game|quiz|survey ..4 send|friends|answer|know|copy|honest|love',
    'answer|answers|reply|rply ..2 honestly|truthfully|same|brilliant|enemy|reason',
    'delete|change|replace|erase my|all ..1 answers|replies',
    'close your|ur eyes',
    'pick|choose|select|give|tell ..2 month|colour|color|birthday ..3 and|you|of|me|suits',
    'look for ..1 mistake|q|n|letter',
    'colour|color|colours|colors suits|you|means|u|me',
    'red|blue|green|pink|yellow|yelow|orange|purple|black ..1 i|im|u|you|means ..3 u|you|me|love|luv|friend|like|wanna|hate|miss',
    'world|international|national|today|its|happy ..2 friend|friends|friendship|daughters|sons|sister|sisters|hug|accept|girls ..1 day|week',
    'only|rare|happens|unique|once ..4 every|once|in|date ..1 # years',
    'noticed|notice ..4 unique|uniqueness',
    'type|comment|write ..1 amen',
    'never|nobody|no ..3 see|happen ..3 again|lifetime',
    'once in ..1 lifetime|years|year',
    'this|the game ..3 been|since|started|played',
    'let|lets ..1 see how|who|what ..1 spreads|far|many|happens',
    'no|not ..1 men|boys|women|girls ..2 allowed|know|just|only|no',
    'mantra|totem|candle|poem|tantra|charm ..3 must|been|will|leave|world|luck|sent|send|lit',
    'leave your hands|hand|phone',
    'know|tell ..1 me what|if happens|happened|it ..3 day|days|fourth|4th'
  ],
  'speaks-of-friendship': [
    'you|u|ur|youre|are ..2 special|loved|lovable|appreciated|beautiful ..1 to|person|lady|friend|woman',
    'best|true|good|special|real|dear|old|all ..1 friends|friendship',
    'friendship|friends|friend ..1 is|are|like|forever|should',
    'someone|somebody|person ..2 loves|cares|thinking|misses',
    'rose|hug|hugs|angel|angels|heart|smile|award ..3 friend|friends|you|u|friendship|mama|mommy|send',
    'hot|sexy|strong|amazing|wonderful mommy|mum|mums|mom|mama|mamas|lady|women'
  ],
  'calls-on-faith': [
    'god|gods|jesus|christ|lord|angel|angels|prayer|prayers|pray|praying|bless|blessing|blessings|blessed|amen|faith|miracle|miracles|duw|iesu'
  ],
  'tells-horrors': [
    'died|killed|murdered|ghost|haunted|grave|bloody|cursed|curse|corpse|scream|screaming|drowned|witchcraft|mutilated|tortured|raped|horrific|terrorism|kidnapped|robbed|raping|stabbed'
  ]
};

/** What a reader knows jokes and funny lists by. */
export const jokeSigns: { readonly [sign: string]: readonly string[] } = {
  'called-funny': [
    'funny|hilarious|funnies|humour|humor|humorous|giggle|giggles|chuckle|jotd|qotd|joke|jokes|pun|puns|funnier|funniest|doniol|jôc|jôcs',
    'thought|think ..1 you|youd|you|all ..1 would|might|may|ll|might|d ..2 enjoy|like|appreciate',
    'made|make|gave|give|need|needed|for|get|got ..1 me|you|us|a|good|my ..1 laugh|smile|giggle|chuckle|laughing',
    'had|have to ..1 share|send|forward|pass ..1 this|these|it',
    'friday|monday|thought|joke|laugh|quote|quip ..1 for|of ..1 day|week|today',
    'cheer ..1 up',
    'moral ..1 of|the|story|dont|one|wake'
  ],
  laughs: ['lol|rofl|lmao|rotfl|lmfao|haha|hahaha|hehe|hehehe|ha|hee'],
  'stock-opening': [
    'a|an|this|two|2|three|3|four|one ..3 man|men|guy|guys|woman|women|lady|ladies|boy|boys|girl|girls|couple|blonde|blond|blondes|lawyer|lawyers|priest|rabbi|nun|nuns|pastor|vicar|doctor|farmer|teacher|engineer|engineers|students|fellow|drunk|bloke|lad|husband|wife|kid|brothers|mother|father|duck|horse|bear|parrot|frog|penguin|snail|tourist|psychiatrist|psychiatrists|scientist|salesman|cowboy|pirate|fisherman|soldier|driver|policeman|cop|golfer|golfers|grandmother|grandfather|bartender|barman|gentleman|hunters|prisoner|professor|scotsman|irishman|englishman|welshman|texan|redneck|minister|patient|skeleton|sheep|cows|fish|eggs|muffins|headteacher|inspector|pupil|cat|dog|mouse|elephant|programmer|mathematician ..5 walks|walked|walking|goes|went|go|was|were|is|are|had|has|comes|came|calls|called|enters|entered|decides|decided|sitting|sits|sat|met|meet|meets|says|said|asked|asks|dies|died|loved|lived|playing|driving|drives|ran|bought|buys|found|finds|gets|got|applied|woke|wakes|stopped|takes|took|telephones|sees|saw|coming|running|having|visiting|hired|take',
    'one|1 day|morning|evening|night|afternoon ..5 he|she|god|man|boy|his|her|little|teacher|mother|girl|woman',
    'there was|were|once ..1 once|a|an|two|three|this ..2 man|woman|guy|boy|girl|old|young|couple|king|farmer|men|women|blonde|lady|englishman',
    'once a|upon ..1 man|boy|fisherman|fishrman|time|girl|king',
    'during|while|after|at|on ..4 a|an|the|his|her ..2 man|woman|couple|blonde|psychiatrists|boy|lawyer|priest|guy|husband|teacher',
    'when i|you ..1 was|were born',
    'solve|guess ..1 case|riddle|who'
  ],
  riddle: [
    'walks|walked|walk|goes|went ..1 into|to|in ..2 bar|pub|heaven',
    'pearly gates',
    'knock knock',
    'why|y did|do|does|dont|cant|couldnt ..1 the|a|blondes|men|women ..1 chicken|blonde|blondes|scarecrow|skeleton|elephant|cow|snowman|pirate|footballer|chickens|monkey|duck|tomato|bicycle|banana|golfer|lawyer|turkey|vampire|ghost|maths|fake',
    'why|y did|do|does|dont|was|is|are|cant ..2 chicken|blonde|blondes|men|scarecrow|teacher|skeleton|elephant|cow|dog|lawyers|snowman|pirates|santa|bees|fish|vampire ..4 cross|because|afraid|so|always|go|wear|need|when|get|sad|like|win|with|want',
    'what|wat do|did|does|kind|type ..1 you|u|the|of ..1 call|get ..2 a|an|when|if|someone|with',
    'whats|difference ..2 between ..5 man|men|woman|women|blonde|lawyer|teacher|elephant|dog|boyfriend|husband|train',
    'how many ..6 take|takes|change|screw ..2 change|screw|to|a',
    'light|change ..2 bulb|lightbulb',
    'doctor doctor',
    'you|u|ya ..1 might|may be ..1 redneck|teacher|engineer',
    'you know ..1 youre|are|your|its ..1 a|an|getting|old|from|when|in|teacher|too',
    'dear santa|deidre|god|abby',
    'three wishes',
    'my|a wife|husband|doctor|dentist|shrink|psychiatrist|girlfriend ..1 says|said|told|asked|and|is ..1 me|i|so|that',
    'i was|am so poor|ugly|fat|old|lazy|bored',
    'st|saint peter',
    'dies|died and|goes ..1 goes|went|to ..2 heaven|hell',
    'whats|what|hows ..1 the|do|does ..5 and|in ..2 common',
    'what did ..2 say to',
    'who|whos there',
    'two cows',
    'yo mama|momma',
    'lone ranger',
    'sherlock holmes',
    'doctor|waiter ..1 doctor|theres',
    'mother|mum|mama ..1 so fat|old|ugly|stupid|mean',
    'did you|ya hear about ..1 the'
  ],
  'comic-figure': [
    'barman|bartender|bartenders|blonde|blondes|bozo|bride|brunette|bubba|clergyman|drunk|drunks|dude|dumb|englishman|genie|golfer|hillary|hillbilly|honeymoon|idiot|idiots|irishman|johnny|lightbulb|mathematicians|mistress|monica|moron|morons|nitwit|nudist|physicists|pope|psychiatrist|psychiatrists|redhead|redneck|rednecks|saddam|satan|scotsman|shrink|tender|tequila|texan|viagra|welshman|wino'
  ],
  'stock-character': [
    'attorney|barber|beer|bloke|booze|boyfriend|bra|burglar|confession|cop|cops|dating|dentist|divorce|elderly|fellow|girlfriend|god|golf|grandfather|grandma|grandmother|grandpa|grandson|granny|hubby|hunters|husband|husbands|jail|lawyer|lawyers|marriage|married|mechanic|missus|mommy|motherinlaw|parrot|pastor|physicist|plumber|policeman|preacher|priest|pub|romantic|sergeant|sheriff|snore|teenager|toilet|vicar|waiter|waitress|whiskey|whisky|wife|wives|wrinkles|santa|bear'
  ],
  'told-as-story': [
    'says|asked|asks|replied|replies|answered|responded|exclaimed|exclaims|shouted|shouts|yelled|yells|cried|cries|whispered|whispers|sighed|laughed|laughs|grinned|grins|smiled|smiles|shrugged|protested|admonished|confessed|confesses|admits|muttered|mumbled|screamed|screams|inquired|enquired|enquires|wondered|begged|demanded|interrupted|retorted|snapped|chimed|bellowed|gasped|groaned|stammered|stuttered|walked|walks|grabbed|grabs|jumped|jumps|staggers|staggered'
  ],
  'who-said-it': [
    'said|says|asked|asks|replied|replies|answered|answers|responded|responds|exclaimed|exclaims|explained|shouted|shouts|yelled|yells|cried|whispered|sighed|laughed|protested|admonished|inquired|enquired the|his|her|a|another|one ..1 smiling|little|young|old ..1 man|woman|guy|boy|girl|wife|husband|lady|blonde|bartender|doctor|lawyer|priest|teacher|secretary|caller|pastor|first|second|third|other|guard|cyclist|head|mother|father|son|kid|cop|officer|judge|farmer|engineer|clerk|waiter|angel|driver|pope|rabbi|vicar|magician|club|boss|interviewer|salesman|parrot|friend|pupil|inspector|genie',
    'the|his|her|a|old|little|first|second|third|other|another|bar ..1 man|woman|guy|boy|girl|wife|husband|lady|blonde|redhead|brunette|bartender|tender|doctor|lawyer|priest|teacher|secretary|caller|pastor|guard|mother|father|son|kid|cop|cops|officer|judge|farmer|engineer|clerk|waiter|angel|driver|pope|rabbi|vicar|magician|boss|interviewer|salesman|parrot|friend|one|first|second|third|other|principal|wizard|daughter|genie|grandfather|grandmother|pupil|headteacher|bear|duck|horse|dog|child|fellow|bloke|lad|stranger|inspector|clergyman|devil ..2 says|asked|asks|replied|replies|answered|answers|responded|responds|exclaimed|exclaims|shouted|shouts|yelled|yells|cried|whispered|whispers|sighed|laughed|looked|looks|turns|turned|confesses|admits|tells|chimed|shrugged|smiled|grinned|said'
  ],
  'he-said': [
    'he|she|god|johnny ..1 said|says|asked|asks|replied|replies|answered|answers|exclaimed|shouted|yelled|cried|whispered|sighed|inquired|shouts|yells|screams|told'
  ],
  'he-and-she': ['he|she|his|her|him|hes|shes|hers'],
  bawdy: [
    'sex|sexy|naked|nude|pregnant|drunk|drunken|beer|beers|vodka|fart|farts|farted|underwear|knickers|panties|bra|condom|viagra|boobs|breasts|bum|butt|ass|arse|testicles|penis|toilet|restroom|pee|poo|poop|shit|piss|pissed|bitch|bastard|bastards|fuck|fucking|virgin|orgasm|bikini|hooker|prostitute|brothel|hangover|bullshit|urine|enema|diarrhoea|constipated|hormone|pms|slept'
  ],
  'funny-list': [
    'top ten|10|20|twenty|five|5|# ..1 reasons|ways|things|signs|excuses|lies|lines',
    '# ..1 reasons|ways|signs|rules|excuses|lies|differences why|you|men|women|for|not|a',
    'reasons|rules|signs|ways|excuses|guide|history|dictionary|glossary|definitions|lessons|disclaimer|differences|prayer|ode|poem ..1 why|of|for|that|to|you|from|by|about|between ..3 men|women|wife|wives|husband|husbands|blondes|parents|life|cats|dogs|beer|god|santa|marriage|love|medicine|teenagers|hostages|chocolate|mothers|drunk|elderly|office|boss',
    'survived|congratulations|born|those ..4 1930s|1940s|50s|60s|70s|1970s|1980s|80s|40s',
    'if men|women|microsoft|god|cats|dogs|teachers ..5 were|ruled|was|had|built ..4 would|wouldnt|there|theyd',
    'politically correct',
    'survived|remember ..6 seat|helmets|childproof|airbags|lead|hosepipe|hose|playstations',
    'no|without ..1 seat|childproof|helmets ..1 belts|lids|bottles|airbags',
    'element|chemical ..4 known|discovered|symbol|analysis',
    'bumper stickers',
    'stella awards|award',
    'pickup|chat lines',
    'pick up lines',
    'church bulletin|bulletins',
    'husband|wife|girlfriend|boyfriend #',
    'dear diary',
    'ways|how ..1 to annoy|drive|tell|confuse|impress|keep|make|get ..5 insanity|crazy|people|men|woman|women|man|blonde|boss|mad',
    'if ..1 microsoft|airlines|operating built|made|ran|were',
    'men|women|man|woman|husband|wife ..2 says|said|wants|means|thinks ..2 means|meant|what|really',
    'oxymorons|bloopers|howlers|misprints|aphorisms|oneliners|limerick',
    'court ..2 transcripts|reporters|records',
    'one|two|1 ..1 liner|liners',
    'ponder|thoughts|wonder ..2 why|ponder|ponder',
    'murphys law|laws',
    'men|women|cats|dogs ruled|ran the',
    'mens|womens|mans|womans|guys|husbands|wifes|teachers|cats|dogs|parents|mothers ..1 rules|guide|dictionary|side|prayer|diary|view|laws|english',
    'following|these|those are|were ..4 actual|real|true|genuine|taken|from ..2 court|exam|exams|comments|letters|insurance|answers|church|quotes|excuses|statements|notes|signs',
    'things|ways|ones|excuses ..3 to ..1 say|do|ponder|annoy|avoid|learn|tell ..3 work|boss|elevator|lift|meeting|bored|life|teacher|children|exam|before',
    'how to ..1 give|bathe|wash|bath|train|shower|impress|satisfy|please|clean|cook ..1 a|cat|dog|man|woman|toilet|like',
    'heaven|hell is|was where|when|not|a',
    'ever|you wonder|wondered|notice|noticed ..2 why|how|that',
    'why ..2 is|do|does|are ..1 it|they|we|you|there ..2 called|call|drive|park|put|abbreviated|sterilize|sterilise|lemon',
    'why is|are ..1 it|there|abbreviated ..1 that|called|no',
    'actual|real|genuine ..2 exam|answers|headlines|excuse|excuses|notes|complaints|comments|signs|labels|letters|quotes|statements|conversation|transcript ..2 from|of|by|on|made|with'
  ],
  'speaks-in-turns': [
    'q|a|teacher|pupil|student|johnny|principal|headteacher|head|patient|doctor|wife|husband|customer|caller|operator|pilot|man|woman|boy|girl|judge|witness|attorney|lawyer|waiter|diner|tech|support|blonde|barman|mum|dad|mother|father|son|daughter|child|kid|god|him|her|he|she|inspector|officer|cop|policeman|driver|salesman|boss|men|women|dangerous|safer|moral|answer|first|second'
  ],
  'turns-at-the-end': [
    'so|then|finally|suddenly ..1 he|she|the|his|her|god ..2 says|asks|asked|replied|goes|went|walks|walked|looks|looked|turns|turned|sees|saw|picks|picked|runs|ran|opens|opened|decides|decided|jumps|jumped|pulled|pulls|bent|man|boy|woman|guy|blonde|wife|husband',
    'the next day|morning|week|night ..4 he|she|the|same|his|her|guard|god|guy',
    'few|several|two|three|little ..2 days|weeks|hours|minutes|months|while|years|miles later ..3 he|she|the|his|her|god|a',
    'a little|few|moment|short ..1 later|while|pause',
    'when he|she|they ..1 got|returned|arrived|turned|returns|gets|arrives|asked|did|reached',
    'puzzled|amazed|astonished|bewildered|furious|impatiently|timidly|proudly|nervously|calmly|smugly|coolly|intrigued|perplexed|disgusted|angrily|embarrassed|delighted|indignantly|sheepishly'
  ]
};

/** What speaks for ordinary mail: lists, code, work, news, notices about hoaxes. */
export const plainSigns: { readonly [sign: string]: readonly string[] } = {
  'forwarded-often': ['forwarded by|message', 'original message', 'begin forwarded', 'fw|fwd fw|fwd'],
  list: [
    'unsubscribe|subscribe|unsubscribed|subscription|subscriptions|mailman|listinfo|listmaster|newsletter|archives|majordomo|yahoogroups|egroups|sourceforge|digest|opt|webmaster|subscriber|subscribers|moderator|rss|blog|posted|weblog|thread'
  ],
  technical: [
    'http|https|www|html|php|server|servers|linux|debian|perl|python|java|kernel|config|install|installed|installing|package|packages|patch|bug|bugs|code|script|scripts|function|compile|output|module|modules|version|versions|database|query|cvs|svn|git|branch|source|software|ssh|rpm|apt|usr|lib|src|xml|sql|unix|directory|header|headers|client|variable|string|array|byte|bytes|null|error|errors|commit|sys|tcp|dns|matrix|samba|repository|binary|filter|api|gpl|license|copyright|wrote|writes'
  ],
  trade: [
    'deal|deals|gas|contract|contracts|volume|volumes|invoice|payment|payments|price|prices|market|markets|trading|trade|energy|agreement|legal|company|companies|business|customer|customers|sales|management|manager|budget|project|projects|report|reports|schedule|meeting|meetings|conference|presentation|resume|vp|director|draft|review|attached|attachment|spreadsheet|regarding|update|group|team|issue|issues|request|available|order|orders|offer|shipping|discount|purchase|percent|stock|analysts|contact|system|support|service|services|development|research|university|department|staff|professor|papers'
  ],
  school: [
    'pupils|pupil|governors|governor|headteacher|consent|lesson|lessons|homework|assembly|timetable|safeguarding|ofsted|estyn|inset|ks1|ks2|gcse|curriculum|attendance|minibus|reception|parentpay|parentmail|pta|ptfa|raffle|classroom|tutor|tutors|colleagues|staffroom|agenda|minutes|dsl|policy|training|trip|term|deadline|disgyblion|llywodraethwyr|detention|deputy|duty|incident|behaviour|registration|parents|carers|hall|rota|pastoral|yr|nursery|infants|coach|coaches|newsletter|tickets|donation|fair|competition|entries|school|year|children|families'
  ],
  news: [
    'spokesman|spokeswoman|reuters|bbc|guardian|telegraph|cnn|court|minister|government|president|senator|congress|election|officials|authorities|researchers|researcher|according|statement|agency|reported|published|newspaper|yesterday|investigators|prosecutors|million|billion|political|war|iraq|security|economic|military'
  ],
  'about-hoaxes': [
    'hoaxes|scams|phishing|slides|plenary|spam|spammer|spammers|legends|snopes|fraudulent',
    'chain letters|emails|messages|mails',
    'online|internet|e safety',
    'talk to your',
    'is a hoax|scam',
    'the message|messages says|said|threatens|threaten',
    'policy ..4 allow|allows|allowed|forbids',
    'it|helpdesk|helpline support|desk',
    `${not} ..2 forward|pass|share|send ..2 chain|these|such|them|hoaxes|suspicious|any`
  ],
  'says-not-to': [
    'please|pls|and|so|but ..1 do|dont|never ..1 not|never|ever|forward ..1 forward|pass|spread|them|it|chain',
    'not|dont|never forward ..2 it|them|such|these|chain|hoaxes|messages',
    'delete it|them and|or|do|if|in|without'
  ],
  'to-colleagues': [
    'forward|pass|send|share|circulate|cascade ..3 this|it|them|information|link|letter|details|on ..2 to|with|amongst ..3 team|teams|staff|colleagues|department|departments|organization|organizations|group|groups|class|form|tutors|governors|office|partner|finance|manager|managers|pupils|carers|appropriate|relevant|someone|whoever|whom|him|her|me|members|students',
    'let|please ..1 me|us ..1 know',
    'feel free',
    'if you have|need|would ..2 questions|any|further|like',
    'see|find|please ..2 attached|below|enclosed',
    'thanks|regards|sincerely|cheers|thank'
  ],
  dates: [
    'monday|tuesday|wednesday|thursday|friday|saturday|january|february|march|april|june|july|august|september|october|november|december|am|pm|term|week|deadline|tonight|tomorrow'
  ],
  'asks-of-work': [
    'please|could|can|would ..1 you|i ..2 tell|let|send|bring|give|ring|speak|check|come|have|reply|return|remind|spare|put|do|talk|read|help|see',
    'please ..1 bring|return|ring|check|remind|reply|read|bring|give|park|order|prepare|take|contact|tell|talk|ask|reassure|write|add|sign',
    'have|has been told|informed|logged|rung|asked|updated',
    'i ..1 told|asked|said|rang|spoke|have|had|was|am|would|should|shall|replied',
    'told|tell|ask|asked|ring me|us|him',
    'his|her|their ..1 parents|mum|mother|father|dad|carer|teacher|form|class',
    'member|members of staff',
    'need|needs|should ..2 know|bring|be|to|give',
    'will|we be|have|need|shall'
  ],
  'we-and-i': ['i|ill|im|ive|id|we|our|us|well|weve|my|me']
};
