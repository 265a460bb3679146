using Microsoft.AspNetCore.Routing.Patterns;

namespace FitServerless.Local.Host.Http;

/// <summary>
/// Finds functions that an earlier, less specific route keeps from ever being called. ASP.NET Core would prefer the literal;
/// the real host takes the first function by name.
/// </summary>
internal sealed class HiddenRoutes(ParameterPolicyFactory policies)
{
    public IEnumerable<(HttpFunction Hidden, HttpFunction First)> Among(IReadOnlyList<HttpFunction> functions) =>
        from later in Enumerable.Range(0, functions.Count)
        from earlier in Enumerable.Range(0, later)
        let hidden = functions[later]
        let first = functions[earlier]
        where first.Pattern.InboundPrecedence > hidden.Pattern.InboundPrecedence
        where first.SharesMethodWith(hidden) && Covers(first.Pattern, hidden.Pattern)
        select (hidden, first);

    private bool Covers(RoutePattern general, RoutePattern special)
    {
        for (var i = 0; i < special.PathSegments.Count; i++)
        {
            if (i == general.PathSegments.Count) return false;
            if (general.PathSegments[i].Parts is [RoutePatternParameterPart { IsCatchAll: true }]) return true;
            if (!Covers(general.PathSegments[i], special.PathSegments[i])) return false;
        }

        return general.PathSegments.Skip(special.PathSegments.Count).All(segment =>
            segment.Parts is [RoutePatternParameterPart { IsOptional: true } or RoutePatternParameterPart { IsCatchAll: true }]);
    }

    private bool Covers(RoutePatternPathSegment general, RoutePatternPathSegment special) => (general.Parts, special.Parts) switch
    {
        ([RoutePatternLiteralPart one], [RoutePatternLiteralPart other]) =>
            one.Content.Equals(other.Content, StringComparison.OrdinalIgnoreCase),
        ([RoutePatternParameterPart any], [RoutePatternLiteralPart literal]) => Admits(any, literal.Content),
        ([RoutePatternParameterPart { ParameterPolicies.Count: 0 }], _) => true,
        _ => false,
    };

    private bool Admits(RoutePatternParameterPart parameter, string value) =>
        parameter.ParameterPolicies
            .Select(policy => policies.Create(parameter, policy))
            .OfType<IRouteConstraint>()
            .All(constraint => constraint.Match(
                httpContext: null, route: null, parameter.Name, new() { [parameter.Name] = value }, RouteDirection.IncomingRequest));
}
