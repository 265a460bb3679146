using System.Reflection;
using System.Text.RegularExpressions;
using FitServerless.Functions.Http;
using Microsoft.AspNetCore.Authorization;

namespace FitServerless.Functions.OpenApi;

/// <summary>A function that answers HTTP.</summary>
/// <param name="Methods">In upper case.</param>
/// <param name="Template">As the function has it: <c>api/workouts/{id}/history/{version:int}/restore</c>.</param>
public sealed partial record Route(string Function, IReadOnlyList<string> Methods, string Template, MethodInfo Method)
{
    /// <summary>Every path that no other function has: of these the document has the root.</summary>
    public bool IsCatchAll => Template.StartsWith("{*", StringComparison.Ordinal);

    /// <summary>As OpenAPI has it, without constraints.</summary>
    public string Path => IsCatchAll ? "/" : $"/{Placeholder().Replace(Template, "{${name}}")}";

    /// <summary>The names of the placeholders, and whether they are numbers.</summary>
    public IReadOnlyList<(string Name, bool IsNumber)> Parameters => IsCatchAll
        ? []
        : [.. Placeholder().Matches(Template).Select(match => (match.Groups["name"].Value, match.Groups["constraint"].Value is ":int" or ":long"))];

    public bool IsOpen => Method.IsDefined(typeof(AllowAnonymousAttribute));

    public bool TakesQueryToken => Method.IsDefined(typeof(AllowQueryTokenAttribute));

    [GeneratedRegex(@"\{\*{0,2}(?<name>\w+)(?<constraint>[^}]*)\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Placeholder();
}
