using System.Net;
using FitServerless.Azurite;
using FitServerless.Tests.Api;
using FitServerless.Tests.Coach.Model;

namespace FitServerless.Tests.Telemetry;

public sealed class TelemetryApiTests
{
    [Fact]
    public async Task A_collector_gets_each_request_with_its_storage_calls_below_it_and_what_is_counted()
    {
        const string Trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        await using var receiver = await OtlpReceiver.StartAsync();
        await using var model = await FakeOpenAI.StartAsync();
        await using var azurite = await AzuriteProcess.StartAsync();
        string id;
        await using (var host = await ApiFixture.StartHostAsync(
            azurite.ConnectionString,
            [
                .. receiver.Settings, ("Accounts:DefaultTier", "pro"), ("OpenAI:Endpoint", model.Endpoint.AbsoluteUri), ("OpenAI:ApiKey", "model-key"),
                ("OpenAI:ChatDeployment", "gpt"), ("RateLimits:StreamsPerMinute", "1"),
            ]))
        {
            using var http = ApiFixture.Client(host.BaseAddress);
            var user = await ApiUser.RegisterAsync(http);
            id = await user.CreateWorkoutAsync(SampleWorkouts.Ride("a"));
            await user.SendAsync(HttpMethod.Get, $"api/workouts/{id}", null, ("traceparent", $"00-{Trace}-00f067aa0ba902b7-01"));
            await user.SendAsync(HttpMethod.Post, "event", new { @event = "struggle_set", context = new { planned_reps = 10 } });
            // A minute may end in between; in two there are at most two.
            var answers = new List<HttpStatusCode>();
            while (answers.Count < 3)
                answers.Add((await user.SendAsync(HttpMethod.Get, "api/notifications/events?lastEventId=x")).StatusCode);
            Assert.Contains(HttpStatusCode.TooManyRequests, answers);
        }

        var request = Assert.Single(receiver.Spans, span => span.Trace == Trace && span.Name == "GET /api/workouts/{id}");
        Assert.Equal(("FitServerless", "GetWorkout", "200"), (request.Source, request.Tags["faas.name"], request.Tags["http.response.status_code"]));
        var reads = receiver.Spans.Where(span => span.Parent == request.Id).ToList();
        Assert.NotEmpty(reads);
        Assert.All(reads, read => Assert.Equal((Trace, "UserData", "table"), (read.Trace, read.Tags["db.collection.name"], read.Tags["fitserverless.storage.service"])));
        Assert.DoesNotContain(id, receiver.Everything, StringComparison.Ordinal);
        Assert.Superset(
            new HashSet<string>
            {
                "http.server.request.duration", "fitserverless.storage.duration", "fitserverless.sync.changes", "fitserverless.rate_limit.refusals",
                "gen_ai.client.token.usage",
            },
            receiver.Metrics.ToHashSet());
        Assert.Contains("under-test", receiver.Everything, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/devstoreaccount1/UserData(PartitionKey='ada',RowKey='a%2Fb')", "UserData")]
    [InlineData("/UserData()", "UserData")]
    [InlineData("/UserData", "UserData")]
    [InlineData("/$batch", "$batch")]
    [InlineData("/x/Files(PartitionKey='a/b',RowKey='c')", "Files")]
    public void Of_a_path_only_the_table_is_told(string path, string table) =>
        Assert.Equal(table, FitServerless.Telemetry.StorageTelemetry.TableOf(path));
}
