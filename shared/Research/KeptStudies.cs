using Azure;

namespace FitServerless.Research;

/// <summary>The studies there are, the newest first.</summary>
/// <param name="Version">Of the blob that they were read from; <c>null</c> where there is none yet.</param>
internal sealed record KeptStudies(IReadOnlyList<Study> Studies, ETag? Version);
