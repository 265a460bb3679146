using FitServerless.Files;
using FitServerless.Functions.Http;

namespace FitServerless.Functions.Files;

/// <summary>Why a file is not kept.</summary>
internal static class FileProblems
{
    public static readonly Problem WrongType = new(
        "unsupported-media-type", 415, "Not a file for here",
        "Send a whole JPEG, PNG, GIF, PDF or plain text in UTF-8 as the body; the content decides.");

    public static readonly Problem Multipart =
        new("unsupported-media-type", 415, "Not a form", "Send the file itself as the body, and its name as ?name=.");

    public static readonly Problem KeyReused =
        new("idempotency-key-reused", 422, "Key used before", "Another file came with this key.");

    public static Problem Full(UploadOutcome.Full full) =>
        new("full", 507, "No more room", $"At most {full.MaxFiles} files and {full.MaxBytes} bytes of them. Delete some first.");
}
