namespace FitServerless.Workouts.Measurements;

/// <summary>LEB128 integers, seven bits a byte; signed ones zigzag, so that small ones of either sign take one byte.</summary>
internal ref struct VarintWriter(int capacity)
{
    private const int MaxBytes = 10;

    private byte[] _buffer = new byte[capacity];
    private int _length;

    public readonly ReadOnlySpan<byte> Written => _buffer.AsSpan(0, _length);

    public void WriteByte(byte value)
    {
        Reserve(1);
        _buffer[_length++] = value;
    }

    public void WriteSigned(long value) => WriteUnsigned((ulong)((value << 1) ^ (value >> 63)));

    public void WriteUnsigned(ulong value)
    {
        Reserve(MaxBytes);
        for (; value >= 0x80; value >>= 7)
            _buffer[_length++] = (byte)(value | 0x80);
        _buffer[_length++] = (byte)value;
    }

    private void Reserve(int bytes)
    {
        if (_length + bytes > _buffer.Length)
            Array.Resize(ref _buffer, (_buffer.Length * 2) + bytes);
    }
}
