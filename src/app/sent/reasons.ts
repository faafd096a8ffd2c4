/**
 * Why an item did not go, in words that a person can repeat on the telephone. One sentence that fits after
 * 'not sent, because': every code of the protocol, of the registry's refusals, of an event's faults, and of the device.
 */
const zh = {
  // The way to the township.
  'no-network': '现在没有网。有网会自己发，不用管',
  'no-answer': '发出去 60 秒没有回音。会自己再发，不会发重',
  timeout: '发出去没有回音。会自己再发，不会发重',
  'wrong-township': '这个网址现在是另一个乡的服务器。请打电话问乡党政办，先不要清除数据',
  contradiction: '乡服务器给的公开簿跟这部手机里的对不上，先停了发送。请打电话告诉乡党政办',
  'update-needed': '这部手机上的程序太旧。请关掉重新打开，更新以后会自己发',
  'not-set-up': '乡里的服务器还没有设置好。请告诉乡党政办',
  'already-set-up': '这个服务器已经设置过了',
  'wrong-code': '设置码不对',
  'bad-request': '乡服务器没看懂，可能是程序版本不对。请更新程序，还不行就存成文件交给乡党政办',
  'too-large': '内容太大，乡服务器不收。请拿回来改短一些再公开',
  'too-many-requests': '这个网络上同时用的人太多。过一会儿会自己再发',
  unauthorised: '乡服务器没认出这部手机。请打电话问乡党政办',
  'wrong-clock': '这部手机的时间不准。请到手机设置里打开“自动设置时间”，再点“再试一次”',
  'not-allowed': '你现在不能替这个村公开。请打电话问乡党政办，内容都还在',
  'not-found': '乡服务器上找不到它要改的东西。请打电话问乡党政办',
  'file-not-expected': '照片先到了，文字还没到。会自己再发',
  'file-type-refused': '有一张照片的格式乡服务器不收。请拿回来换一张照片',
  'file-hash-mismatch': '有一张照片在路上坏了。会自己再发一遍',
  'offset-mismatch': '照片发到一半断了。会从断的地方接着发',
  'storage-full': '乡服务器的硬盘满了。请打电话告诉乡党政办，腾出地方后会自己发',
  internal: '乡服务器出了故障。会自己再试；一直不行就打电话告诉乡党政办',
  // Refused by the registry.
  'not-enrolled': '这部手机还没有登记。请让乡党政办发一个邀请',
  revoked: '这部手机已经被乡里停用。请打电话问乡党政办，内容可以存成文件交过去',
  'author-revoked': '写这一条的手机已经被乡里停用，替他捎到也不收。不用再做什么，可以删掉这一条',
  'author-unknown': '乡里的名册上没有写这一条的手机，替他捎到也不收。请告诉写的人',
  'unknown-unit': '乡里的名册上没有这个单位。请打电话问乡党政办',
  'unknown-place': '乡里的名册上没有这个单位的这块公开栏、公开墙或这只喇叭。请乡党政办先登记',
  'review-needed': '这一类公告要先让人看过才能公开。请拿回来，再点一次“送审”',
  'own-review': '自己写的不能自己审。请让村务监督委员会或乡党政办的另一个人来看',
  'submission-unknown': '乡里没有收到过要审的这一件。请打电话问写的人',
  'submission-closed': '这一件已经有人审过，或者写的人已经拿回去了。不用再做什么，可以删掉这一条',
  'not-as-submitted': '审的跟送来的不一样。请重新打开这一件再看一遍',
  'desk-open': '这个收件台已经有人开了',
  'desk-unknown': '收件台的钥匙换过了。请重新写一次',
  'too-many-envelopes': '同一个回执号下交的太多了。请换一个回执号，或者到乡政府当面说',
  'unknown-member': '乡里的名册上没有这个人。请先把人加上，再发邀请',
  'invitation-unknown': '乡里没有这个邀请。请重新发一个',
  'invitation-used': '这个邀请已经用过。请重新发一个',
  'invitation-expired': '这个邀请过期了。请重新发一个',
  'device-known': '这部手机已经登记过了',
  // Faults of the signed text.
  'bad-header': '这一条的格式乡服务器不认。请更新程序，把它存成文件交给乡党政办',
  'unsupported-version': '这部手机上的程序比乡服务器新。请告诉乡党政办更新服务器，之后会自己发',
  'bad-signature': '签名对不上，可能是这部手机的存储坏了。请把它存成文件，告诉乡党政办',
  'body-mismatch': '内容跟签名时不一样，可能是这部手机的存储坏了。请拿回来重新公开',
  'bad-body': '内容的格式不对。请拿回来重新公开',
  'unknown-type': '乡服务器还不认识这一种内容。请告诉乡党政办更新服务器',
  'bad-content': '有一处内容不合规定（太长或漏填）。请拿回来改好再公开',
  'wrong-stream': '它是给另一个乡的。请打电话问乡党政办',
  'bad-proof': '登记的这台设备没能证明自己的签名。请重新发一个邀请',
  'server-fault': '乡服务器处理这一条时出了故障。内容都还在，请告诉乡党政办，更新以后点“再试一次”',
  // Faults of this device.
  'storage-failed': '这部手机的存储出了问题。请先存成文件，再重新打开程序',
  'file-gone': '照片在这部手机里找不到了。文字已经公开，照片请用“更正”重新加上',
  'bad-receipt': '乡服务器给的回执对不上。会自己再要一次；一直不行就打电话告诉乡党政办',
  gone: '要改的东西已经不在了',
  'not-valid': '有一处内容不合规定（太长或漏填）。请拿回来改好再公开',
  other: '乡服务器没收（代号 {{code}}）。请把代号告诉乡党政办，内容都还在',
};

const en: typeof zh = {
  'no-network': 'there is no network now. It will go by itself; nothing to do',
  'no-answer': 'there was no answer for 60 seconds. It will be sent again by itself, and cannot arrive twice',
  timeout: 'there was no answer. It will be sent again by itself, and cannot arrive twice',
  'wrong-township':
    'this address now answers for another township. Call the township office, and do not clear any data',
  contradiction:
    'the record shown by the server contradicts the one in this device, so sending was stopped. Call the township office',
  'update-needed': 'the program on this device is too old. Close and open it; after the update it will go',
  'not-set-up': "the township's server has not been set up yet. Tell the township office",
  'already-set-up': 'this server has been set up already',
  'wrong-code': 'the setup code is wrong',
  'bad-request':
    'the server did not understand it, perhaps the versions differ. Update, or save it to a file for the township office',
  'too-large': 'it is too large for the server. Take it back, make it shorter, and publish again',
  'too-many-requests': 'too many people use this network at once. It will be sent again in a while',
  unauthorised: 'the server did not recognise this device. Call the township office',
  'wrong-clock':
    'the time on this device is wrong. Turn on automatic time in its settings, then press ‘Try again’',
  'not-allowed': 'you may not publish for this unit now. Call the township office; everything is kept',
  'not-found': 'the server does not find what this changes. Call the township office',
  'file-not-expected': 'a photo arrived before its text. It will be sent again by itself',
  'file-type-refused': 'the server does not take this kind of photo. Take it back and use another photo',
  'file-hash-mismatch': 'a photo was damaged on the way. It will be sent again by itself',
  'offset-mismatch': 'a photo was cut off half way. It will go on from there',
  'storage-full':
    "the server's disk is full. Tell the township office; it will go by itself when there is room",
  internal: 'the server has a fault. It will be tried again; if it stays so, call the township office',
  'not-enrolled': 'this device is not registered. Ask the township office for an invitation',
  revoked:
    'the township has closed this device. Call the township office; the content can be saved to a file',
  'author-revoked':
    'the township has closed the device that wrote it, and does not take it from a carrier either. Nothing more to do; this item can be deleted',
  'author-unknown':
    'the device that wrote it is not registered, so the township does not take it from a carrier either. Tell its author',
  'unknown-unit': "this unit is not in the township's register. Call the township office",
  'unknown-place': "this board, wall or loudspeaker is not in the unit's register. Ask the office to add it",
  'review-needed':
    'this kind of notice must be reviewed before publication. Take it back, and hand it in for review',
  'own-review': 'nobody approves what he wrote himself. Ask the committee, or another person of the office',
  'submission-unknown': 'the township never received what this reviews. Ask who wrote it',
  'submission-closed':
    'somebody has reviewed it already, or its author took it back. Nothing more to do; this item can be deleted',
  'not-as-submitted': 'what was reviewed is not what was handed in. Open it and look again',
  'desk-open': 'this desk has been opened by somebody else',
  'desk-unknown': 'the key of the desk was changed. Please write it once more',
  'too-many-envelopes': 'too much was handed in under one receipt code. Take another, or come to the office',
  'unknown-member': "this person is not in the township's register. Add the person, then invite again",
  'invitation-unknown': 'the township does not know this invitation. Make a new one',
  'invitation-used': 'this invitation was used. Make a new one',
  'invitation-expired': 'this invitation has expired. Make a new one',
  'device-known': 'this device is registered already',
  'bad-header': 'the server does not accept its form. Update, or save it to a file for the township office',
  'unsupported-version': 'the program here is newer than the server. Ask the office to update the server',
  'bad-signature': 'its signature does not fit; the storage of this device may be damaged. Save it to a file',
  'body-mismatch': 'its content is not what was signed. Take it back and publish it again',
  'bad-body': 'its content has a wrong form. Take it back and publish it again',
  'unknown-type':
    'the server does not know this kind of content yet. Ask the township office to update the server',
  'wrong-stream': 'it belongs to another township. Call the township office',
  'bad-proof': 'the device to be registered did not prove its signature. Make a new invitation',
  'server-fault':
    'the server failed at this item. Everything is kept; tell the township office, and try again after its update',
  'bad-content':
    'something in it breaks a rule (too long or left out). Take it back, put it right, publish again',
  'storage-failed': 'the storage of this device failed. Save it to a file first, then open the program again',
  'file-gone':
    'the photo is no longer in this device. The text is public; add the photo again by a correction',
  'bad-receipt':
    "the server's receipt does not fit. It will be asked for again; if it stays so, call the township office",
  gone: 'what it changes is gone',
  'not-valid':
    'something in it breaks a rule (too long or left out). Take it back, put it right, publish again',
  other: 'the server did not take it (code {{code}}). Tell the township office this code; everything is kept',
};

export const reasons = { zh, en };

/** The code under which the words for a reason are found; `other` for one that this version does not know. */
export const reasonKey = (code: string): keyof typeof zh =>
  Object.prototype.hasOwnProperty.call(zh, code) ? (code as keyof typeof zh) : 'other';
