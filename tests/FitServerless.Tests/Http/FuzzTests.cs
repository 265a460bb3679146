using FitServerless.Azurite;
using FitServerless.Bench.Fuzz;
using FitServerless.Tests.Api;

namespace FitServerless.Tests.Http;

/// <summary>A sample of what <c>dotnet fit.cs bench --parts fuzz</c> asks.</summary>
public sealed class FuzzTests
{
    private const int Seed = 1;

    /// <summary>Twenty of every operation.</summary>
    private const int Requests = 2_400;

    [Fact]
    public async Task Whatever_comes_is_answered_as_the_document_says_and_never_by_an_error_of_ours()
    {
        await using var azurite = await AzuriteProcess.StartAsync();
        await using var host = await ApiFixture.StartHostAsync(azurite.ConnectionString, ("EventStreams:MaxSeconds", "1"));
        using var http = ApiFixture.Client(host.BaseAddress);

        var figures = await new Fuzzer(http, Seed, Requests).RunAsync(default);

        Assert.True(figures.Findings.Count == 0, string.Join('\n', figures.Findings));
        Assert.Equal(Requests, figures.Requests);
        Assert.True(figures.Statuses[200] > 100, "Few requests came through: the sample says nothing.");
    }
}
