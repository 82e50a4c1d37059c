import"./chunk-S3I77PGG.js";import"./aduan.js";
