using FitServerless.Briefings;
using FitServerless.Functions.Http;
using Microsoft.AspNetCore.Http;

namespace FitServerless.Functions.Briefings;

/// <summary>Reads what a request wants of briefings.</summary>
internal static class BriefingQueries
{
    private const int UsualPage = 50;
    private const int LargestPage = 1000;

    /// <exception cref="ProblemException">A parameter is not valid.</exception>
    public static BriefingQuery Read(HttpRequest request)
    {
        var kind = request.Text("kind");
        if (kind is not null && !BriefingKinds.All.Contains(kind))
            throw new ProblemException(Problems.Invalid("kind", $"One of {string.Join(", ", BriefingKinds.All.Order())}."));
        return new BriefingQuery(
            request.Int("limit", UsualPage, 1, LargestPage),
            ListCursors.Decode(request.Text("cursor")),
            request.Day("from"),
            request.Day("to"),
            kind);
    }
}
