/** The look of /api/docs: the product's tokens, small. */
export const referenceStyle = `
:root{color-scheme:light dark;--bg:#fefdfb;--rail:#f5f3ef;--line:#e9e6df;--text:#1d1b17;--muted:#545047;--accent:#0b625a}
@media(prefers-color-scheme:dark){:root{--bg:#181714;--rail:#12110f;--line:#292722;--text:#eceae4;--muted:#b9b4a9;--accent:#63c7b9}}
*{box-sizing:border-box}body{margin:0;display:grid;grid-template-columns:300px minmax(0,1fr);background:var(--bg);color:var(--text);font:14px/1.5 Inter,ui-sans-serif,system-ui,sans-serif}
nav{position:sticky;top:0;height:100vh;overflow-y:auto;padding:20px;background:var(--rail);border-inline-end:1px solid var(--line);font-size:12px}
nav ul{list-style:none;margin:0;padding:0}nav a{display:block;padding:3px 0;overflow-wrap:anywhere}
main{padding:32px;max-width:920px}h1{font-size:16px}h2{font-size:18px;margin:32px 0 8px;text-transform:capitalize}nav h2{font-size:12px;margin:18px 0 4px}
h3{font-size:15px;margin:0}h4{margin:16px 0 4px}a{color:var(--accent);text-decoration:none}a:hover{text-decoration:underline}
.op{padding:20px 0;border-top:1px solid var(--line)}.muted,small,i{color:var(--muted)}small{font-size:12px}
table{width:100%;border-collapse:collapse;margin:8px 0}caption{text-align:start;font-weight:600}th,td{text-align:start;vertical-align:top;padding:6px 12px 6px 0;border-top:1px solid var(--line);font-weight:400}th{width:30%}
code,pre{font:12px/1.5 ui-monospace,Menlo,monospace}pre{padding:12px;background:var(--rail);border-radius:8px;overflow:auto}
b.get{color:#2c59a3}b.post{color:#1c6a37}b.put,b.patch{color:#80500a}b.delete{color:#a82a20}
@media(prefers-color-scheme:dark){b.get{color:#94b8ef}b.post{color:#77cb92}b.put,b.patch{color:#e5b565}b.delete{color:#f0958b}}
@media(max-width:720px){body{grid-template-columns:1fr}nav{position:static;height:auto}main{padding:16px}}`;
