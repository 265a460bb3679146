using System.Text.Json;

namespace FitServerless.Local.Cli.Demo;

internal sealed record PushResult(string? LocalId, string Status, JsonElement? Problem);
