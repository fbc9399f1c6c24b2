package org.stride.learner.store;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

/** Time spent, by day. */
interface TimeRepository extends Repository<TimeRow, UUID> {
    @Modifying
    @Query("""
            insert into time_spent (learner, exercise, on_day, millis)
            values (:learner, :exercise, :day, 0) on conflict do nothing
            """)
    void insertIfNew(UUID learner, String exercise, LocalDate day);

    /** Says to how many days that was added: none if there is no row for this one yet. */
    @Modifying
    @Query("""
            update time_spent set millis = millis + :more
            where learner = :learner and exercise = :exercise and on_day = :day
            """)
    int add(UUID learner, String exercise, LocalDate day, long more);

    @Query("select * from time_spent where learner = :learner order by on_day, exercise")
    List<TimeRow> all(UUID learner);

    @Modifying
    @Query("""
            update time_spent set millis = :millis
            where learner = :learner and exercise = :exercise and on_day = :day and millis < :millis
            """)
    void atLeast(UUID learner, String exercise, LocalDate day, long millis);
}
