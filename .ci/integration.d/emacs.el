;;; -*- lexical-binding: t -*-
(require 'sunting)
(setq sunting-command (list (getenv "SUNTING_COMMAND") "lsp")
      eglot-sync-connect 20
      eglot-confirm-server-initiated-edits nil
      make-backup-files nil)

(defun integration-wait (what test)
  "Wait until TEST holds; WHAT names it when it does not come."
  (with-timeout (30 (message "emacs: %s did not come" what) (kill-emacs 1))
    (while (not (funcall test)) (accept-process-output nil 0.05))))

(defun integration-quick-fix ()
  "Apply the first quick fix that is preferred; return its title."
  (catch 'done
    (dolist (diagnostic (flymake-diagnostics))
      (let* ((place (lambda (position) (eglot--pos-to-lsp-position position)))
             (actions (jsonrpc-request
                       (eglot--current-server-or-lose) :textDocument/codeAction
                       (list :textDocument (eglot--TextDocumentIdentifier)
                             :range (list :start (funcall place (flymake-diagnostic-beg diagnostic))
                                          :end (funcall place (flymake-diagnostic-end diagnostic)))
                             :context (list :diagnostics [] :only ["quickfix"])))))
        (seq-doseq (action actions)
          (when (eq (plist-get action :isPreferred) t)
            (eglot--apply-workspace-edit (plist-get action :edit))
            (throw 'done (plist-get action :title))))))
    (message "emacs: no quick fix was offered")
    (kill-emacs 1)))

(find-file (getenv "SUNTING_ARTICLE"))
(text-mode)
(apply #'eglot (eglot--guess-contact))
(flymake-mode 1)
(flymake-start)
(integration-wait "diagnostics" (lambda () (flymake-diagnostics)))
(let ((count (length (flymake-diagnostics)))
      (title (integration-quick-fix)))
  (eglot--signal-textDocument/didChange)
  (integration-wait "fewer diagnostics" (lambda () (< (length (flymake-diagnostics)) count)))
  (message "emacs: %d diagnostics, quick fix “%s”, then %d" count title (length (flymake-diagnostics))))
(sunting-fix-all)
(save-buffer)
(kill-emacs 0)
