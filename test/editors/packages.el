;;; packages.el --- Eglot is a package before Emacs 29 -*- lexical-binding: t -*-
(require 'package)
(unless (locate-library "eglot") (package-initialize))
