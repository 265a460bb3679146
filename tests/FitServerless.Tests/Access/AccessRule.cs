using System.Net;

namespace FitServerless.Tests.Access;

/// <summary>Who may ask a function for what. Whoever may not must get the very answer that they get for a thing that is not there.</summary>
/// <param name="Path">With names of the owner's things in braces (<see cref="AccessWorld"/>).</param>
/// <param name="Allowed">All others are denied.</param>
public sealed record AccessRule(string Path, IReadOnlyList<Actor> Allowed)
{
    /// <summary>JSON, or the name of a file of <see cref="AccessWorld"/> with an @; the function's example unless said.</summary>
    public string? Body { get; init; }

    public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];

    /// <summary>What who is denied gets: 404, unless the route answers alike whether there is something or not.</summary>
    public HttpStatusCode Denied { get; init; } = HttpStatusCode.NotFound;

    /// <summary>What the allowed get, when it is no success: the route has its own reasons, and they show that it let them in.</summary>
    public HttpStatusCode? Expected { get; init; }

    /// <summary>Everybody has one of their own there: it must not be the owner's that they get.</summary>
    public bool IsEachTheirOwn { get; init; }
}
