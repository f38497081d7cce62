const { workspace } = require("vscode");
const { LanguageClient } = require("vscode-languageclient/node");

let client;

exports.activate = () => {
  const settings = workspace.getConfiguration("sunting");
  client = new LanguageClient(
    "sunting",
    { command: settings.get("path"), args: ["lsp"] },
    {
      documentSelector: ["plaintext", "markdown", "html"].map((language) => ({ language })),
      initializationOptions: { language: settings.get("language") },
    }
  );
  return client.start();
};

exports.deactivate = () => client && client.stop();
