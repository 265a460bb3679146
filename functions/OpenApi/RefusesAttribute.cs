namespace FitServerless.Functions.OpenApi;

/// <summary>
/// The function has reasons of its own to answer with these statuses and a problem. Those that follow from what it reads (400, 401, 404 of an
/// id in its path, 413, 415) are added without being said.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class RefusesAttribute(params int[] statuses) : Attribute
{
    public IReadOnlyList<int> Statuses { get; } = statuses;
}
