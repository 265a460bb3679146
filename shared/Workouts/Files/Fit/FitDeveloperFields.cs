namespace FitServerless.Workouts.Files.Fit;

/// <summary>
/// Fields that a device's app defined itself. Those that say which field of <c>record</c> they are (a foot pod's power, for instance) fill
/// it where the device has left it empty.
/// </summary>
internal sealed class FitDeveloperFields
{
    private const byte DeveloperIndex = 0;
    private const byte FieldNumber = 1;
    private const byte BaseType = 2;
    private const byte Scale = 6;
    private const byte Offset = 7;
    private const byte NativeMessage = 14;
    private const byte NativeField = 15;

    private readonly Dictionary<(byte Developer, byte Field), Description> _descriptions = [];

    public void Describe(FitMessage description)
    {
        if (description.Whole(NativeMessage) is { } message && message != FitMessageNumber.Record)
            return;
        var native = Array.FindIndex(FitRecordFields.All, ByNumber(description.Whole(NativeField)));
        if (native < 0 || description.Whole(BaseType) is not { } type)
            return;
        var key = ((byte)(description.Whole(DeveloperIndex) ?? 0), (byte)(description.Whole(FieldNumber) ?? 0));
        _descriptions[key] = new Description((byte)type, native, description.Scaled(Scale, 1) ?? 1, description.Scaled(Offset, 1) ?? 0);
    }

    public void Fill(FitMessage record, ActivityBuilder activity)
    {
        foreach (var field in record.DeveloperFields)
        {
            if (!_descriptions.TryGetValue((field.Type, field.Number), out var description))
                continue;
            var native = FitRecordFields.All[description.Native];
            var value = (record.DeveloperValue(field, description.Type) / description.Scale) - description.Offset;
            if (!activity.IsSet(native.Channel))
                activity.Set(native.Channel, value);
        }
    }

    private static Predicate<FitRecordField> ByNumber(int? number) => field => field.Number == number;

    /// <param name="Native">The place in <see cref="FitRecordFields.All"/>. The value itself comes in that field's unit, unscaled.</param>
    private sealed record Description(byte Type, int Native, double Scale, double Offset);
}
