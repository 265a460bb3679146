using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using FitServerless.Adapters;
using FitServerless.Adapters.Devices;
using FitServerless.Functions.Http;
using FitServerless.Sync;
using FitServerless.Tests.Sync;
using FitServerless.Workouts;
using FitServerless.Workouts.Efforts;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace FitServerless.Tests.Http;

/// <summary>Damaged and hostile bodies: each is read, planned and laid out, or refused with a problem. Anything else would be a 500.</summary>
public sealed class JsonFuzzTests
{
    private const int Limit = 1024 * 1024;

    /// <summary>Of each kind of body; <c>FITSERVERLESS_MUTATIONS</c> asks for more.</summary>
    private static readonly int Mutations =
        int.TryParse(Environment.GetEnvironmentVariable("FITSERVERLESS_MUTATIONS"), out var count) ? count : 4_000;

    private static readonly byte[][] Tokens = [.. new[]
    {
        "null", "true", "NaN", "-Infinity", "1e400", "-1e-400", "-0", "9223372036854775808", "00", "\"\"", "\"\\ud800\"", "\"\\u0000\"", "\"\\", "{}", "[]",
        "[[[[[[[[", "{\"a\":{\"a\":{\"a\":", "\"data\":", "\"id\":\"' or PartitionKey ne '\",", "\"startedAt\":\"0001-01-01T00:00:00Z\",",
        "\"measurements\":{\"timestamp\":[1,2,null]},", "\"updatedAt\":8640000000000001,", "\"limit\":2147483648,", "\uFEFF", "\u2028", "/*", ",", "\"",
    }.Select(Encoding.UTF8.GetBytes)];

    private static readonly DocumentKinds Kinds = new(Options.Create(new SyncOptions()));
    private static readonly SyncEditPlanner Planner = new(Kinds, [new WorkoutDocumentRules(null!, Thresholds.None)]);

    [Fact]
    public Task No_sync_request_is_a_defect() => MutateAsync(
        """
        {"deviceId":"phone","cursor":"2026-03-01T12:00:00.0000000Z","limit":500,"collections":["goals"],"digest":true,"changes":[
        {"collection":"goals","id":"g","op":"put","mutationId":"m1","baseVersion":0,"updatedAt":"2026-03-01T12:00:00Z","data":{"a":[1,{"b":null}],"c":"x"}},
        {"collection":"workouts","id":"w","op":"put","mutationId":2,"updatedAt":1772366400000,"data":{"startedAt":"2026-03-01T06:30:00Z","title":"Ride",
        "summary":{"avgPower":200},"measurements":[{"timestamp":"2026-03-01T06:30:00Z","power":200,"latitude":46.5}]}},
        {"collection":"cards","id":"c","op":"put","data":{"enc":"A","kid":"k","iv":"i","ct":"c"}},{"collection":"goals","id":"x","op":"delete"}]}
        """,
        SyncJson.Default.SyncRequest,
        request => Lay(Planner.PlanAll("phone", request.Changes ?? [], FakeClock.Morning).Select(edit => edit.Plan.Change)));

    [Fact]
    public Task No_sync_of_workouts_is_a_defect() => MutateAsync(
        """
        {"lastSyncAt":"2026-03-01T12:00:00.000Z","limit":100,"changes":[{"action":"create","localId":7,"startedAt":1772346600000,"durationSeconds":60.5,
        "sportType":"Running","notes":"x","updatedAt":"2026-03-01T08:00:00Z","measurements":{"timestamp":[1772346600000,1772346601000],"power":[1,null]}},
        {"action":"update","id":"a","title":null,"endedAt":"2026-03-01T09:00:00Z","summary":{"exercises":[{"name":"Squat","sets":[{"weight":80,"reps":5}]}]}},
        {"action":"delete","id":"b"}]}
        """,
        WorkoutJson.Default.WorkoutSyncRequest,
        request => Lay(PlannedEdit.PlanAll(request.Changes ?? [], "user", Thresholds.None, FakeClock.Morning).Select(edit => edit.Change)));

    [Fact]
    public Task No_push_of_another_client_is_a_defect() => MutateAsync(
        """[{"newDocumentState":{"id":"a","title":"x","_deleted":false},"assumedMasterState":{"id":"a","_deleted":true}},{"newDocumentState":{"id":"b","n":1}}]""",
        AdapterJson.Default.ListRxdbRow,
        rows => Lay(rows.Where(row => row?.NewDocumentState is { ValueKind: JsonValueKind.Object }).Select(row =>
            Planner.PlanPut(Kinds["goals"], "a", row.NewDocumentState!.Value, EditTime.Of(null, FakeClock.Morning), default).Change)));

    [Fact]
    public Task No_sync_of_a_learning_device_is_a_defect() => MutateAsync(
        """
        {"plans":[{"action":"create","id":"p","data":{"title":"Base","total_hours":10},"updated_at":1772366400}],"sessions":[{"action":"update","id":"s",
        "data":{"plan_id":"p","start":1772366400},"updated_at":1772366400}],"cards":[{"action":"delete","id":"c","updated_at":"2026-03-01T12:00:00Z"}],"deleted_ids":["x",1]}
        """,
        DeviceJson.Default.DeviceSyncRequest,
        request =>
        {
            var plan = new DevicePushPlan(Kinds, Planner, "device", FakeClock.Morning);
            plan.Add("plans", request.Plans);
            plan.Add("sessions", request.Sessions);
            plan.Add("cards", request.Cards);
            Lay(plan.Changes);
        });

    private static void Lay(IEnumerable<DocumentChange?> changes)
    {
        foreach (var change in changes.OfType<DocumentChange>())
        {
            if (change.Decide(null) is Decision.Write write)
                Assert.NotEmpty(write.Document.Body.At(Sequence.Start));
        }
    }

    private static async Task MutateAsync<T>(string body, JsonTypeInfo<T> contract, Action<T> use)
        where T : class
    {
        var (random, original, taken, refused) = (new Random(20260503), Encoding.UTF8.GetBytes(body), 0, 0);
        for (var i = 0; i < Mutations; i++)
        {
            var bytes = Damage(original, random);
            try
            {
                use(await ReadAsync(bytes, contract));
                taken++;
            }
            catch (ProblemException problem)
            {
                Assert.InRange(problem.Problem.Status, 400, 499);
                refused++;
            }
            catch (Exception e)
            {
                throw new InvalidOperationException($"Mutation {i} is a defect: {Encoding.UTF8.GetString(bytes)}", e);
            }
        }

        Assert.True(taken > 0 && refused > 0, $"{taken} taken, {refused} refused");
    }

    private static Task<T> ReadAsync<T>(byte[] body, JsonTypeInfo<T> contract)
        where T : class => new DefaultHttpContext
        {
            Request = { Body = new MemoryStream(body), ContentType = "application/json", ContentLength = body.Length },
        }.Request.ReadAsync(contract, Limit, default);

    private static byte[] Damage(byte[] original, Random random)
    {
        var bytes = original.ToList();
        for (var change = random.Next(1, 5); change > 0; change--)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(5))
            {
                case 0: bytes[at] = (byte)random.Next(256); break;
                case 1: bytes.InsertRange(at, Tokens[random.Next(Tokens.Length)]); break;
                case 2: bytes.RemoveRange(at, Math.Min(random.Next(20), bytes.Count - at)); break;
                case 3: ReplaceValue(bytes, at, Tokens[random.Next(Tokens.Length)]); break;
                default: bytes.InsertRange(at, bytes[at..Math.Min(bytes.Count, at + random.Next(60))]); break;
            }
        }

        return [.. bytes];
    }

    /// <summary>What stands between the next colon and the comma or brace behind it: most of these are JSON still.</summary>
    private static void ReplaceValue(List<byte> bytes, int from, byte[] token)
    {
        var colon = bytes.IndexOf((byte)':', from);
        var end = colon < 0 ? -1 : bytes.FindIndex(colon, one => one is (byte)',' or (byte)'}');
        if (end < 0)
            return;
        bytes.RemoveRange(colon + 1, end - colon - 1);
        bytes.InsertRange(colon + 1, token);
    }
}
