using System.Text.Encodings.Web;
using System.Text.Json;

namespace FitServerless.Sync;

/// <summary>How stored JSON is written.</summary>
internal static class JsonText
{
    /// <summary>Letters stay letters: escapes would make a note in Greek three times as long. It is sent as JSON and as nothing else.</summary>
    public static readonly JsonWriterOptions WriterOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
