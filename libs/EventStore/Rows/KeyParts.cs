using System.Runtime.CompilerServices;

namespace YouthPlatform.EventStore.Rows;

/// <summary>Keys of several columns are tuples.</summary>
internal static class KeyParts
{
    internal static Type[] TypesOf<TKey>() => typeof(TKey).IsAssignableTo(typeof(ITuple)) ? typeof(TKey).GetGenericArguments() : [typeof(TKey)];

    internal static object?[] Of<TKey>(TKey key)
    {
        if (key is not ITuple tuple)
        {
            return [key];
        }

        var values = new object?[tuple.Length];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = tuple[i];
        }

        return values;
    }
}
