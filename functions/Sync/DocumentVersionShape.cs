using FitServerless.Sync;

namespace FitServerless.Functions.Sync;

/// <summary>What <see cref="HistoryFunctions"/> writes of a version.</summary>
internal sealed record DocumentVersionShape(
    string Collection, string Id, string Op, int Version, DateTimeOffset UpdatedAt, VersionFate Fate, FreeObject? Data = null);
