using System.Text.Json;

namespace FitServerless.Local.Cli.Training;

internal sealed record PushResult(string? LocalId, string Status, JsonElement? Problem);
