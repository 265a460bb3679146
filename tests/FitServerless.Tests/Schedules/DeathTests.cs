using Azure;
using Azure.Data.Tables;
using FitServerless.Schedules.Storage;
using FitServerless.Storage;
using FitServerless.Tests.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace FitServerless.Tests.Schedules;

/// <summary>A process dies at each of its storage calls in turn, while it plans people and while it runs them; the next one goes on.</summary>
[Collection(SharedStorage.Name)]
public sealed class DeathTests(StorageFixture storage)
{
    // What a process that lives through it all makes at most.
    private const int Calls = 48;

    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly string[] Zones = ["Europe/Berlin", "America/New_York", "Asia/Kathmandu"];

    private readonly string _prefix = $"T{Guid.NewGuid():N}"[..16];
    private readonly MemoryPeople _people = new();
    private readonly JournalJob _job = new();

    public static TheoryData<int, bool> Deaths()
    {
        var deaths = new TheoryData<int, bool>();
        for (var call = 1; call <= Calls; call++)
            deaths.Add(call, call % 2 == 0);
        return deaths;
    }

    [Theory]
    [MemberData(nameof(Deaths))]
    public async Task Whichever_call_is_the_last_everybody_has_every_date_and_one_place_in_the_index(int lastCall, bool isDelivered)
    {
        var next = await WorldAsync();
        await LiveAsync(await WorldAsync(new MortalPolicy(lastCall, isDelivered)));

        // As at their next sign-in.
        foreach (var zone in Zones)
            await next.SeeAsync(IdOf(zone), zone, hour: 6);
        for (var hour = 0; hour <= 48; hour += 6)
            await FireAtAsync(next, hour);

        var slots = await next.Due.FindSlotsAsync(_job.Kind, Start, Start.AddDays(9), default).ToListAsync();
        foreach (var zone in Zones)
        {
            Assert.Equal([new DateOnly(2026, 1, 1), new DateOnly(2026, 1, 2)], _job.DatesOf(IdOf(zone)));
            var planned = (await next.Schedules.FindAsync(IdOf(zone), default))[_job.Kind].Planned!;
            Assert.Equal(new DateOnly(2026, 1, 3), planned.LocalDate);
            Assert.Contains(planned.Slot, slots);
        }

        Assert.Equal(Zones.Length, slots.Count);
    }

    [Fact]
    public async Task A_whole_life_makes_no_more_calls_than_are_tried()
    {
        await WorldAsync();
        var policy = new MortalPolicy();
        await LiveAsync(await WorldAsync(policy));
        Assert.InRange(policy.Calls, Calls - 8, Calls);
    }

    /// <summary>Signs people up, lets one change their hour, and runs half a day.</summary>
    private static async Task LiveAsync(ScheduleWorld world)
    {
        try
        {
            foreach (var zone in Zones)
                await world.SeeAsync(IdOf(zone), zone);
            await world.SeeAsync(IdOf(Zones[0]), Zones[0], hour: 6);
            await FireAtAsync(world, hours: 6);
            await FireAtAsync(world, hours: 13);
        }
        catch (RequestFailedException)
        {
            // It is dead.
        }
    }

    private static string IdOf(string zone) => zone.Split('/')[1];

    private static Task FireAtAsync(ScheduleWorld world, int hours)
    {
        world.Clock.Now = Start.AddHours(hours);
        return world.FireAsync();
    }

    private async Task<ScheduleWorld> WorldAsync(params MortalPolicy[] policies)
    {
        var tables = storage.ConnectAll([("Storage:TablePrefix", _prefix)], policies).GetRequiredService<AppTables>();
        foreach (var table in policies.Length == 0 ? [tables.Due, tables.Schedules, tables.ScheduleRuns] : (TableClient[])[])
            await table.CreateIfNotExistsAsync();
        return new ScheduleWorld(Start, new TableDueStore(tables), new TableScheduleStore(tables), new TableRunStore(tables), _people, _job);
    }
}
