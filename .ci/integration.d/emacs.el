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

(find-file (getenv "SUNTING_ARTICLE"))
(text-mode)
(apply #'eglot (eglot--guess-contact))
(flymake-mode 1)
(flymake-start)
(integration-wait "diagnostics" (lambda () (flymake-diagnostics)))
(message "emacs: %d diagnostics" (length (flymake-diagnostics)))
(let ((first (car (flymake-diagnostics))))
  (goto-char (flymake-diagnostic-beg first)))
(sunting-fix-all)
(save-buffer)
(kill-emacs 0)
