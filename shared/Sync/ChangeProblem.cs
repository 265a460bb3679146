namespace FitServerless.Sync;

/// <summary>Why a change was refused, in the words of RFC 9457.</summary>
/// <param name="Type">A stable name, for instance <c>invalid</c>.</param>
/// <param name="Errors">Messages by member.</param>
public sealed record ChangeProblem(string Type, int Status, string Detail, IReadOnlyDictionary<string, string[]>? Errors = null);
