using FitServerless.Adapters.Devices;
using FitServerless.Tests.Storage;

namespace FitServerless.Tests.Adapters;

[Collection(SharedStorage.Name)]
public sealed class DeviceStoreTests(StorageFixture storage)
{
    private static readonly DateTimeOffset Now = DateTimeOffset.UtcNow;

    private readonly string _user = Guid.NewGuid().ToString();

    [Fact]
    public async Task Of_too_many_devices_the_one_that_stayed_away_longest_is_forgotten()
    {
        var devices = new DeviceStore(storage.Connect(), storage.Expiry);
        for (var number = 0; number < DeviceStore.MaxDevices; number++)
        {
            await devices.WelcomeAsync(_user, Now, default);
            // The third is the one that was there least of late.
            await devices.SaveAsync(_user, $"device {number}", new DeviceState { LastSync = Now.AddMinutes(number == 2 ? -1 : number) }, default);
        }

        await devices.WelcomeAsync(_user, Now, default);

        Assert.Null(await devices.FindAsync(_user, "device 2", default));
        Assert.NotNull(await devices.FindAsync(_user, "device 0", default));
        Assert.NotNull(await devices.FindAsync(_user, "device 99", default));
    }

    [Fact]
    public async Task Others_devices_do_not_count()
    {
        var devices = new DeviceStore(storage.Connect(), storage.Expiry);
        await devices.SaveAsync(_user, "phone", new DeviceState { LastSync = Now }, default);
        await devices.WelcomeAsync(Guid.NewGuid().ToString(), Now, default);
        Assert.NotNull(await devices.FindAsync(_user, "phone", default));
    }
}
