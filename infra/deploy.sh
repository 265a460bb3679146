#!/usr/bin/env bash
# Puts a package on the app and waits until that version is ready. If it does not get ready, the last one that did goes back, and this fails.
# Flex Consumption has no slots to swap, so for those minutes the app may answer with errors: let staging have the package first.
#   infra/deploy.sh <resource group> <app> <storage account> <package.zip> <version>
set -euo pipefail
group="$1" app="$2" account="$3" package="$4" version="$5"
url="https://$(az functionapp show --resource-group "$group" --name "$app" --query defaultHostName --output tsv)"
attempts="${ATTEMPTS:-30}" pause="${PAUSE:-10}"
last="$(mktemp -d)/last.zip"

put() {
  az functionapp deployment source config-zip --resource-group "$group" --name "$app" --src "$1" --output none
}

# An instance of before may still answer, so the version is asked for, too: three times in a row.
ready() {
  local attempt good=0
  for ((attempt = 0; attempt < attempts; attempt++)); do
    if curl --fail --silent --max-time 10 "$url/" | grep -qF "$1" && curl --fail --silent --max-time 10 --output /dev/null "$url/health/ready"; then
      good=$((good + 1))
      [ "$good" -lt 3 ] || return 0
    else
      good=0
    fi
    sleep "$pause"
  done
  return 1
}

blob() {
  az storage blob "$1" --auth-mode login --account-name "$account" --container-name releases --name last.zip --file "$2" "${@:3}" --output none
}

blob download "$last" || rm -f "$last"
if put "$package" && ready "$version"; then
  blob upload "$package" --overwrite
  echo "$version is ready."
  exit 0
fi
if [ -f "$last" ]; then
  echo "$version did not get ready; the last good package goes back." >&2
  put "$last" && ready '"name"' && echo "The last good package is ready." >&2
else
  echo "$version did not get ready, and there is none to go back to." >&2
fi
exit 1
