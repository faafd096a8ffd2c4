/** README.txt of an archive: for whoever opens it, in however many years, without this software. */
export interface About {
  township: string;
  year: number;
  sealed: boolean;
  notices: number;
}

const HOLDS = {
  open: [
    '  data/index.html     目录：按日期、单位、目录条目、责任人查。用浏览器打开\n  data/index.xlsx     同一份目录，按日期、单位、目录条目、责任人各一张表；index.csv 是纯文本的\n                       （都可以用表格软件打开）\n  data/years/         每个单位的一年一个网页文件：能查找，打开时自己核对，单独拿走也能用\n  data/notices/       每件公开事项一个网页，照片在里面，可以直接打印\n  data/tables/        事项里的表格（CSV，RFC 4180，UTF-8，开头有 BOM，Excel 能直接打开）\n',
    '  data/index.html     index by date, unit, catalogue entry and person in charge: open it in a browser\n  data/index.xlsx     the same index, a sheet for each of these orders; index.csv has it as plain text\n  data/years/         each unit’s year as one file: it can be searched, checks itself when opened, and can go alone\n  data/notices/       each notice as one page, photos inside, ready to print\n  data/tables/        tables in the notices (CSV, RFC 4180, UTF-8 with a BOM, which Excel needs)\n',
  ],
  sealed: [
    '  这一包是不公开的：信封（申请、举报，内容加密）、办公室记录、检查记录。请单独保管。\n',
    '  This bag is not public: sealed envelopes, office records, inspection records. Keep it apart.\n',
  ],
} as const;

export function readmeOf({ township, year, sealed, notices }: About): string {
  const [zh, en] = HOLDS[sealed ? 'sealed' : 'open'];
  return `${township} ${year} 年档案${sealed ? '（不公开部分）' : `，公开事项 ${notices} 件`}
==================================================

这里有什么
${zh}  data/log/            原始记录：从建簿第一条到这一年最后一条。每个文件夹是一本簿：
                       leaves.txt 一行一条（收进时间、签名、签名的文字），bodies.txt 是各条的正文
                       （空行：依法删除），checkpoint.txt 是乡镇签名的簿头
  data/files/          照片和附件，文件名就是内容的 SHA-256
  data/files-absent.txt  记录里提到、做档案时没有的附件

怎样查有没有被改过
  python3 verify.py                      只要有 Python 3，不用装别的
  sha256sum -c manifest-sha256.txt       手工核对每个文件
第一条查得出增加、遗漏和改动。连清单一起改过的，记录和附件里的照样查得出：簿头是乡镇的密钥签的。
网页、目录和表格都是从记录做出来的，说法不一样时以记录为准；data/years 里的网页打开时自己和记录核对。
整本簿连清单一起拿走的，这一包里看不出来：请把最后一行的指纹和做档案时写下的、或别处一份的对一对，它代表这一包的每个字节。

--------------------------------------------------
${township}, archive of ${year}${sealed ? ' (not public)' : `, ${notices} notices`}

What is here
${en}  data/log/            the raw records, from the very first to the last of the year. Each folder is one log:
                       leaves.txt has one record a line (when taken in, signature, signed header), bodies.txt their
                       texts (an empty line: erased by law), checkpoint.txt the head signed by the township
  data/files/          photos and attachments, named by the SHA-256 of their content
  data/files-absent.txt  attachments that the records name and that were not there when this was made

How to see whether anything was changed
  python3 verify.py                      needs Python 3 and nothing else
  sha256sum -c manifest-sha256.txt       by hand, file by file
The first finds whatever was added, left out or changed. Where somebody made the manifests again, it still finds what he did
to a record or an attachment: the heads are signed with the township's key. Pages, index and tables are made from the
records, and the records count; the pages in data/years compare themselves with them when opened. A whole log that was taken
away with its lines in the manifests leaves no trace in here: compare the fingerprint in the last line with the one that was
written down when this was made, or with another copy. It stands for every byte.
This folder is a bag (BagIt 1.0, RFC 8493). gongkailan import FOLDER --data NEWFOLDER reads it back.
`;
}
