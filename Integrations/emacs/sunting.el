;;; sunting.el --- Indonesian articles checked by sunting  -*- lexical-binding: t -*-

;; Needs Eglot: part of Emacs 29, package `elpa-eglot' of Debian or `eglot' of GNU ELPA before that.

(require 'eglot)

(defvar sunting-command '("sunting" "lsp") "How the language server is started.")

(defun sunting--contact (&rest _) "What Eglot starts." sunting-command)

(add-to-list 'eglot-server-programs '(text-mode . sunting--contact))
(with-eval-after-load 'markdown-mode
  (add-to-list 'eglot-server-programs '(markdown-mode . sunting--contact)))

(defun sunting-fix-all ()
  "Apply every safe fix to this article."
  (interactive)
  (let* ((server (eglot--current-server-or-lose))
         (uri (eglot--TextDocumentIdentifier))
         (start '(:line 0 :character 0))
         (actions (jsonrpc-request
                   server :textDocument/codeAction
                   `(:textDocument ,uri :range (:start ,start :end ,start)
                     :context (:diagnostics [] :only ["source.fixAll.sunting"])))))
    (mapc (lambda (action)
            (let ((edit (plist-get action :edit)))
              (when edit (eglot--apply-workspace-edit edit))))
          actions)))

(provide 'sunting)
;;; sunting.el ends here
