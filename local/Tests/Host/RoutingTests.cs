using System.Net;

namespace FitServerless.Local.Tests.Host;

public sealed class RoutingTests(HostFixture host) : IClassFixture<HostFixture>
{
    [Theory]
    [InlineData("ByName", "ByName")]
    [InlineData("byname/", "ByName")]
    [InlineData("", "Root")]
    [InlineData("numbers/42", "NumbersByInt 42")]
    [InlineData("numbers/seven", "NumbersByWord seven")]
    [InlineData("optional/3", "Optional 3")]
    [InlineData("optional", "Optional none")]
    [InlineData("deep/er/and/deeper", "DeepRest er/and/deeper")]
    public async Task A_path_reaches_the_function_whose_route_fits(string path, string answer) =>
        Assert.Equal(answer, await host.Client.GetStringAsync(path));

    [Fact]
    public async Task Of_two_routes_that_fit_the_function_first_by_name_is_called() =>
        Assert.Equal("OrderAny literal", await host.Client.GetStringAsync("order/literal"));

    [Theory]
    [InlineData("GET", "DeepGet")]
    [InlineData("PUT", "DeepRest place")]
    [InlineData("PROPFIND", "DeepRest place")]
    public async Task A_method_that_a_function_does_not_serve_falls_to_the_next_route_that_fits(string method, string answer)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), "deep/place");
        using var response = await host.Client.SendAsync(request);
        Assert.Equal(answer, await response.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("GET", "nowhere")]
    [InlineData("GET", "ByName/below")]
    [InlineData("GET", "numbers/4two")]
    [InlineData("POST", "ByName")]
    [InlineData("HEAD", "ByName")]
    [InlineData("GET", "Disabled")]
    public async Task What_fits_no_function_or_a_disabled_one_is_an_empty_404(string method, string path)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        using var response = await host.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("{}", "api/ByName")]
    [InlineData("""{ "extensions": { "http": { "routePrefix": "" } } }""", "ByName")]
    [InlineData("""{ "extensions": { "http": { "routePrefix": "v1/app" } } }""", "v1/app/ByName")]
    public async Task Host_json_sets_the_prefix_which_is_api_unless_said(string hostJson, string path)
    {
        var folder = Directory.CreateTempSubdirectory();
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "host.json"), hostJson);
        await using (var prefixed = await TestHost.StartAsync(contentRoot: folder.FullName))
            Assert.Equal("ByName", await prefixed.Client.GetStringAsync(path));
        folder.Delete(recursive: true);
    }
}
